import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { temporaryDatabase } from '../server/database/testing-support/temporary-database.ts';
import { Api } from './support/api.ts';
import { openBrowser, phone, seriousFindings, watchPolicy } from './support/browser.ts';
import { demoPassword } from './support/demonstration.ts';
import { cameraLookingAt } from './support/fake-camera.ts';
import { registerBatch, registerFarm } from './support/farm.ts';
import { type ServiceProcess, startService } from './support/service-process.ts';
import { type TemporaryDirectory, temporaryDirectory } from './support/temporary-directory.ts';

describe("the field app's camera, in the browser", function () {
  this.timeout(120_000);
  let database: Awaited<ReturnType<typeof temporaryDatabase>>;
  let service: ServiceProcess;
  let browser: Browser;
  let batchCode: string;
  let folder: TemporaryDirectory;

  before(async () => {
    database = await temporaryDatabase();
    service = await startService({ ...database.environment, ADMIN_PASSWORD: demoPassword });
    const admin = await Api.signIn(service.url, 'admin', demoPassword);
    batchCode = await registerBatch(admin, await registerFarm(admin));
    folder = await temporaryDirectory();
    browser = await openBrowser(await cameraLookingAt(`${service.url}/q/${batchCode}`, `${folder.path}/code.mjpeg`));
  });
  after(async () => {
    await browser?.close();
    await service?.stop();
    await database?.remove();
    await folder?.remove();
  });

  it("reads a batch's code without network and begins its sample", async () => {
    const device = await browser.newContext({ viewport: phone, locale: 'zh-CN', permissions: ['camera'] });
    const breaches = await watchPolicy(device);
    const page = await device.newPage();
    await page.goto(`${service.url}/field/`);
    await page.getByLabel('用户名').fill('admin');
    await page.getByLabel('密码').fill(demoPassword);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('heading', { name: '我的检查' }).waitFor();
    await page.evaluate('navigator.serviceWorker.ready');
    await device.setOffline(true);
    await page.reload();
    await page.getByRole('link', { name: '扫码' }).click();
    await page.getByRole('heading', { name: '已识别' }).waitFor();
    await page.getByText(`${service.url}/q/${batchCode}`).waitFor();
    expect(await page.locator('video').count()).to.equal(0);
    expect(await seriousFindings(page)).to.deep.equal([]);
    await page.getByRole('link', { name: '抽样' }).click();
    expect(await page.getByLabel('批次编号').inputValue()).to.equal(batchCode);
    expect(breaches).to.deep.equal([]);
  });
});
