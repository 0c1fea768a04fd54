import { mkdirSync } from 'node:fs';
import { expect } from 'chai';
import type { Browser, Page, Request } from 'playwright-core';
import { desk, loaded, openBrowser, overflows, phone, seriousFindings } from './support/browser.ts';
import { consolePages } from './support/console-pages.ts';
import { type Demonstration, signInToConsole, startDemonstration } from './support/demonstration.ts';

const pictures = 'test/screenshots/pages';

/** `samples/6b05…` → `samples-id`: the same name at each run. */
const fileName = (path: string) => path.replace(/[0-9a-f]{24}/, 'id').replaceAll(/[/?=]/g, '-');

const inBothLanguages = (walk: (language: 'zh' | 'en') => Promise<void>) => Promise.all([walk('zh'), walk('en')]);

describe('every page, on a phone and on a desk', function () {
  this.timeout(240_000);
  let demo: Demonstration;
  let browser: Browser;
  let paths: string[];

  before(async () => {
    mkdirSync(pictures, { recursive: true });
    demo = await startDemonstration();
    browser = await openBrowser();
    paths = await consolePages(demo.url);
  });
  after(async () => {
    await browser?.close();
    await demo?.end();
  });

  /** JPEG takes half of PNG's time. */
  const look = async (page: Page, name: string) => {
    await page.screenshot({ path: `${pictures}/${name}.jpg`, type: 'jpeg', quality: 70, fullPage: true });
    expect(await seriousFindings(page), name).to.deep.equal([]);
    expect(await overflows(page), `${name} scrolls sideways`).to.equal(false);
  };

  for (const [device, viewport] of Object.entries({ phone, desk })) {
    it(`of the consumer has no serious finding on a ${device}`, async () => {
      await inBothLanguages(async (language) => {
        const context = await browser.newContext({ viewport });
        const page = await context.newPage();
        for (const path of ['', 'q/DEMO-S1', 'q/DEMO-V6', 'q/DEMO-C3', 'q/DEMO-W1', 'q/UNKNOWN1']) {
          await page.goto(`${demo.url}/${path}?lang=${language}`);
          await look(page, `consumer-${path.replace('/', '-')}-${language}-${device}`);
        }
        await context.close();
      });
    });

    it(`of the console has no serious finding on a ${device}`, async () => {
      const signIn = await (await browser.newContext({ viewport, locale: 'zh-CN' })).newPage();
      await signIn.goto(`${demo.url}/console/`);
      await signIn.getByLabel('用户名').waitFor();
      await look(signIn, `console-sign-in-${device}`);
      // English words are the longest, a phone is the narrowest; both languages at 200 % are looked at by large-text.test.ts.
      const language = device === 'phone' ? 'en' : 'zh';
      const page = await signInToConsole(browser, demo.url, 'admin', viewport);
      if (language === 'en') await page.evaluate("localStorage.setItem('agritrace.language', 'en')");
      for (const path of paths) {
        await page.goto(`${demo.url}/console/${path}`);
        await page.getByRole('heading', { level: 1 }).waitFor();
        if (path.startsWith('warnings?show=')) await page.getByRole('dialog').waitFor();
        await loaded(page);
        await look(page, `console-${fileName(path)}-${language}-${device}`);
      }
      await page.context().close();
    });
  }

  it('is light: 30 KB for the consumer, 350 KB for the first look at the console, 110 KB for the field app', async () => {
    expect(await transferred(browser, `${demo.url}/q/DEMO-S1`)).to.be.within(1_000, 30 * 1024);
    expect(await transferred(browser, `${demo.url}/console/`)).to.be.within(10_000, 350 * 1024);
    expect(await transferred(browser, `${demo.url}/field/`)).to.be.within(10_000, 110 * 1024);
  });
});

/** The bytes that a new visitor's page takes over the wire, with all that it asks for; all of it from us. */
async function transferred(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext({ viewport: phone });
  const page = await context.newPage();
  const requests: Request[] = [];
  page.on('requestfinished', (request) => requests.push(request));
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const sizes = await Promise.all(requests.map((request) => request.sizes()));
  expect(requests.filter((request) => !/^data:/.test(request.url())).map((request) => new URL(request.url()).origin))
    .to.include(new URL(address).origin)
    .and.satisfy((origins: string[]) => new Set(origins).size === 1);
  await context.close();
  return sizes.reduce(
    (sum, { responseBodySize, responseHeadersSize }) => sum + responseBodySize + responseHeadersSize,
    0,
  );
}
