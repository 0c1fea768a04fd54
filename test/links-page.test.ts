import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { temporaryDatabase } from '../server/database/testing-support/temporary-database.ts';
import { Api } from './support/api.ts';
import { desk, openBrowser, overflows, phone, seriousFindings } from './support/browser.ts';
import { demoPassword, signInToConsole } from './support/demonstration.ts';
import { registerBatch, registerFarm } from './support/farm.ts';
import { type ServiceProcess, startService } from './support/service-process.ts';

describe('where a batch came from and went to, in the browser', function () {
  this.timeout(240_000);
  let database: Awaited<ReturnType<typeof temporaryDatabase>>;
  let service: ServiceProcess;
  let browser: Browser;
  let page: Page;

  before(async () => {
    database = await temporaryDatabase();
    service = await startService({ ...database.environment, ADMIN_PASSWORD: demoPassword });
    browser = await openBrowser();
    page = await signInToConsole(browser, service.url, 'admin', desk);
  });
  after(async () => {
    await browser?.close();
    await service?.stop();
    await database?.remove();
  });

  it('is told with what lacks, in both languages, and fits a phone', async () => {
    const api = await Api.signIn(service.url, 'admin', demoPassword);
    const [farm, shop] = [await registerFarm(api), await registerFarm(api, '611002105')];
    const code = await registerBatch(api, farm);
    const record = (step: string, hour: number, more = {}) =>
      api.create('/api/v1/events', {
        step,
        at: `2026-05-01T0${hour}:00:00Z`,
        batchCode: code,
        siteId: farm.siteId,
        ...more,
      });
    await record('harvest', 1);
    await record('ship', 2, { destinationSiteId: shop.siteId });
    await page.goto(`${service.url}/console/batches/${code}`);
    const part = (name: string) => page.getByRole('region', { name, exact: true });
    const zh = part('来源与去向（上一步、下一步）');
    await zh.getByText('发货后没有收货记录', { exact: false }).waitFor();
    await zh.getByText('自产 · 合作社 611002104 · 冷库', { exact: false }).waitFor();
    await zh.getByText('合作社 611002105 · 冷库', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await part('One step up, one step down').getByText('No receipt followed the shipment', { exact: false }).waitFor();
    expect(await seriousFindings(page)).to.deep.equal([]);
    await page.setViewportSize(phone);
    expect(await overflows(page)).to.equal(false);
  });
});
