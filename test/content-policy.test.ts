import { expect } from 'chai';
import type { Browser, BrowserContext } from 'playwright-core';
import { Api } from './support/api.ts';
import { desk, openBrowser, phone, watchPolicy } from './support/browser.ts';
import { type Demonstration, demoPassword, signInToConsole, startDemonstration } from './support/demonstration.ts';
import { eventually } from './support/eventually.ts';

describe('the content security policy', function () {
  this.timeout(240_000);
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

  const watched = async (viewport: { width: number; height: number }): Promise<[BrowserContext, string[]]> => {
    const context = await browser.newContext({ viewport });
    return [context, await watchPolicy(context)];
  };

  it('allows no inline script and no inline style anywhere', async () => {
    for (const path of ['/', '/q/DEMO-S1', '/console/', '/api/docs', '/api/v1/openapi.json', '/nowhere']) {
      const policy = (await fetch(demo.url + path)).headers.get('content-security-policy');
      expect(policy, path)
        .to.include("default-src 'none'")
        .and.include("base-uri 'none'")
        .and.include("frame-ancestors 'none'");
      expect(policy, path).to.not.match(/unsafe-|[ ;]\*|https?:/);
    }
  });

  it('is given a nonce of its own with each answer of the console', async () => {
    const nonces = await Promise.all(
      ['/console/', '/console/warnings'].map(async (path) => {
        const answer = await fetch(demo.url + path);
        const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1] ?? '';
        expect(nonce).to.have.length(24);
        expect(await answer.text()).to.include(`nonce="${nonce}"`);
        return nonce;
      }),
    );
    expect(new Set(nonces).size).to.equal(2);
  });

  it('is broken by no page of the consumer', async () => {
    const [context, breaches] = await watched(phone);
    const page = await context.newPage();
    for (const path of ['', 'q/DEMO-S1', 'q/DEMO-V6', 'q/DEMO-W1', 'q/UNKNOWN1']) {
      await page.goto(`${demo.url}/${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
    }
    expect(breaches).to.deep.equal([]);
    await context.close();
  });

  it('is broken by no part of the documentation', async () => {
    const [context, breaches] = await watched(desk);
    const page = await context.newPage();
    await page.goto(`${demo.url}/api/docs`);
    const operation = page.locator('.opblock').first();
    await operation.waitFor();
    await operation.locator('.opblock-summary-control').click();
    await operation.locator('.opblock-body').waitFor();
    expect(breaches).to.deep.equal([]);
    await context.close();
  });

  it('is broken by no part of the console, with its dialogs, menus and tooltips open', async () => {
    const page = await signInToConsole(browser, demo.url, 'admin', desk);
    const breaches = await watchPolicy(page.context());
    const paths = ['warnings', 'warnings/rules', 'devices', 'devices/cold-market-1', 'batches', 'batches/DEMO-P1'];
    for (const path of [...paths, 'samples', 'rapid-tests', 'producers']) {
      await page.goto(`${demo.url}/console/${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      const canvas = page.locator('canvas').first();
      if (path.startsWith('devices/')) {
        await canvas.waitFor();
        await canvas.hover({ position: { x: 300, y: 60 } });
      }
    }
    const [warning] = await (await Api.signIn(demo.url, 'city', demoPassword)).list<{ id: string }>('/api/v1/warnings');
    await page.goto(`${demo.url}/console/warnings?show=${warning?.id}`);
    await page.getByRole('dialog').waitFor();
    expect(breaches).to.deep.equal([]);
    await page.evaluate(`document.body.insertAdjacentHTML('beforeend', '<p style="color:red"><style>p{}</style>')`);
    await eventually(async () => breaches.length >= 2);
  });
});
