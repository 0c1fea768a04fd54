import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/**
 * Debian's Chromium, which the set-up installs. Its pages are asked for no motion, so that nothing is looked at or clicked
 * halfway; a context would ask for motion even where the browser itself does not.
 */
export async function openBrowser(more: readonly string[] = []): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', ...more],
  });
  const newContext = browser.newContext.bind(browser);
  browser.newContext = (options) => newContext({ reducedMotion: 'reduce', ...options });
  return browser;
}

export const phone = { width: 390, height: 844 };
export const desk = { width: 1440, height: 900 };

/**
 * The serious and critical findings of axe, and targets that are too small (WCAG 2.5.8), each with where it is. The legacy mode looks into no frames of other origins,
 * of which no page has any, and takes half the time.
 */
export async function seriousFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

const loading = '.ant-skeleton, [aria-busy=true]';

/** Nothing on the page is still being fetched. */
export async function loaded(page: Page): Promise<void> {
  while (await page.locator(loading).count()) await page.locator(loading).first().waitFor({ state: 'detached' });
}

/** Does the page scroll sideways? On a phone it must not. */
export function overflows(page: Page): Promise<boolean> {
  return page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
}

/** Notes every breach of a content security policy on the context's pages from now on, and who caused it. */
export async function watchPolicy(context: BrowserContext): Promise<string[]> {
  const breaches: string[] = [];
  await context.exposeFunction('noteBreach', (breach: string) => void breaches.push(breach));
  await context.addInitScript(`
    document.addEventListener('securitypolicyviolation', (event) => noteBreach(
      [location.pathname, event.effectiveDirective, event.blockedURI, event.sourceFile, event.lineNumber, event.sample].join(' ')));
  `);
  return breaches;
}
