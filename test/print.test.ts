import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { Api } from './support/api.ts';
import { desk, loaded, openBrowser, overflows } from './support/browser.ts';
import { type Demonstration, demoPassword, signInToConsole, startDemonstration } from './support/demonstration.ts';
import { lostText } from './support/lost-text.ts';

/** A4 between the margins of a browser. */
const paper = { width: 718, height: 1000 };

/** Words that would stand pale on paper: relative luminance (WCAG 2.2) above a half. */
const paleWords = `[...document.querySelectorAll('main *')].filter((element) =>
  element.checkVisibility({ visibilityProperty: true }) &&
  [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()) &&
  (([r, g, b]) => 0.2126 * r + 0.7152 * g + 0.0722 * b > 128)(getComputedStyle(element).color.match(/[\\d.]+/g).map(Number))
).map((element) => element.textContent.trim().slice(0, 30))`;

describe('pages on paper', function () {
  this.timeout(180_000);
  let demo: Demonstration;
  let browser: Browser;
  let page: Page;
  let paths: string[];

  before(async () => {
    demo = await startDemonstration();
    const city = await Api.signIn(demo.url, 'city', demoPassword);
    const first = async (list: string) => (await city.list<{ id: string }>(`/api/v1/${list}`))[0]?.id;
    paths = [
      'batches/DEMO-P1',
      `cases/${await first('cases')}`,
      `certificates/${await first('certificates')}`,
      `samples/${await first('samples?batch=DEMO-V6')}`,
      'test-reports',
      'overview',
    ];
    browser = await openBrowser();
    page = await signInToConsole(browser, demo.url, 'city', desk);
    await page.evaluate("localStorage.setItem('agritrace.appearance', 'dark')");
  });
  after(async () => {
    await browser?.close();
    await demo?.end();
  });

  it('are dark on white from a dark screen too, without controls, whole at the width of A4', async () => {
    for (const path of paths) {
      await page.emulateMedia({ media: null });
      await page.setViewportSize(desk);
      await page.goto(`${demo.url}/console/${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await loaded(page);
      expect(await page.evaluate('document.documentElement.dataset.appearance'), path).to.equal('dark');
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize(paper);
      expect(await page.evaluate(paleWords), `${path}: pale`).to.deep.equal([]);
      expect(await lostText(page), `${path}: lost`).to.deep.equal([]);
      expect(await overflows(page), `${path}: too wide`).to.equal(false);
      for (const control of ['nav', 'select', 'input', '.page-actions', 'canvas'])
        expect(await page.locator(`${control}:visible`).count(), `${path}: ${control}`).to.equal(0);
    }
  });
});
