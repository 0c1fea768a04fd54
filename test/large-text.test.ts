import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { loaded, openBrowser, overflows } from './support/browser.ts';
import { consolePages } from './support/console-pages.ts';
import { type Demonstration, signInToConsole, startDemonstration } from './support/demonstration.ts';
import { lostText } from './support/lost-text.ts';

/** What a browser that is 1280 pixels wide shows at 200 %. */
const twice = { width: 640, height: 450 };

describe('every page, at 200 %', function () {
  this.timeout(300_000);
  let demo: Demonstration;
  let browser: Browser;

  before(async () => {
    demo = await startDemonstration();
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    await demo?.end();
  });

  it('is looked through by eyes that see what is cut off or covered, and nothing else', async () => {
    const page = await browser.newPage();
    await page.setContent(`
      <div style="width: 60px; overflow: hidden; white-space: nowrap">cut at its right edge</div>
      <div style="width: 60px; overflow-x: auto; white-space: nowrap">to be scrolled to its end</div>
      <p style="margin: 0">under</p><p style="margin: -18px 0 20px">over it</p>
      <span style="position: absolute; width: 1px; height: 1px; overflow: hidden">for screen readers</span>
      <p>plain</p>`);
    expect(await lostText(page)).to.deep.equal(['cut off: cut at its right edge', 'over one another: under / over it']);
    await page.close();
  });

  for (const language of ['zh', 'en'])
    it(`of the console loses no words and does not scroll sideways (${language})`, async () => {
      const page = await signInToConsole(browser, demo.url, 'admin', twice);
      await page.evaluate(`localStorage.setItem('agritrace.language', '${language}')`);
      const lost: Record<string, string[]> = {};
      for (const path of await consolePages(demo.url)) {
        await page.goto(`${demo.url}/console/${path}`);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await loaded(page);
        const found = [...(await lostText(page)), ...((await overflows(page)) ? ['scrolls sideways'] : [])];
        if (found.length > 0) lost[path] = found;
      }
      await page.context().close();
      expect(lost).to.deep.equal({});
    });
});
