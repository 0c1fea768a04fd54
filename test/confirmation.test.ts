import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { Api } from './support/api.ts';
import { desk, loaded, openBrowser, seriousFindings } from './support/browser.ts';
import { type Demonstration, demoPassword, signInToConsole, startDemonstration } from './support/demonstration.ts';

interface RapidTest {
  id: string;
  confirmation?: string;
  confirmedBy?: { number: string }[];
}

describe('what a laboratory confirms, in the console', function () {
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

  it('a positive rapid test waits in a list until its sample is drawn from there', async () => {
    const sampler = await Api.signIn(demo.url, 'sampler', demoPassword);
    const { id } = await sampler.create('/api/v1/rapid-tests', {
      ...{ sample: 'DEMO-P1', analyte: '有机磷和氨基甲酸酯类', value: '72', unit: '%' },
      method: 'GB/T 5009.199-2003',
    });
    const wanted = () => sampler.list<RapidTest>('/api/v1/rapid-tests?confirmation=wanted&batch=DEMO-P1');
    expect((await wanted()).map((test) => test.id)).to.deep.equal([id]);

    const page = await signInToConsole(browser, demo.url, 'sampler', desk);
    await page.goto(`${demo.url}/console/rapid-tests?confirmation=wanted&batch=DEMO-P1`);
    await loaded(page);
    expect(await seriousFindings(page)).to.deep.equal([]);
    await page.getByTestId('rapid-test-row').waitFor();
    await page.screenshot({ path: 'test/screenshots/confirmation-wanted.png' });
    await page.getByTestId('rapid-test-row').getByRole('button').click();
    await page.screenshot({ path: 'test/screenshots/confirmation-sample.png' });
    await page.getByRole('dialog').locator('.ant-btn-primary').click();
    await page.waitForURL(/\/samples\//, { timeout: 20_000 });
    expect(await wanted()).to.deep.equal([]);
    const [test] = await sampler.list<RapidTest>('/api/v1/rapid-tests?confirmation=sample-drawn&batch=DEMO-P1');
    expect(test).to.include({ id });
    expect(test?.confirmedBy).to.have.length(1);
    const { body } = await sampler.get('/api/v1/batches/DEMO-P1');
    expect(body.status).to.equal('held');
  });

  it('a laboratory is registered by a form, and its change by another', async () => {
    const page = await signInToConsole(browser, demo.url, 'admin', desk);
    await page.goto(`${demo.url}/console/laboratories`);
    await loaded(page);
    const rows = page.getByTestId('laboratory-row');
    await rows.first().waitFor();
    const before = await rows.count();
    expect(await seriousFindings(page)).to.deep.equal([]);
    await rows.first().getByRole('button').click();
    await page.getByRole('dialog').locator('#address').fill('商洛市商州区江滨大道 1 号');
    await page.getByRole('dialog').locator('.ant-btn-primary').click();
    await rows.filter({ hasText: '江滨大道 1 号' }).waitFor();
    expect(await rows.count()).to.equal(before + 1);
    await page.screenshot({ path: 'test/screenshots/laboratories.png' });
  });
});
