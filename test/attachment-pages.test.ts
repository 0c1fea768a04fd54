import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { temporaryDatabase } from '../server/database/testing-support/temporary-database.ts';
import { Api } from './support/api.ts';
import { desk, openBrowser, overflows, phone, seriousFindings, watchPolicy } from './support/browser.ts';
import { demoPassword, signInToConsole } from './support/demonstration.ts';
import { eventually } from './support/eventually.ts';
import { registerBatch, registerFarm } from './support/farm.ts';
import { type ServiceProcess, startService } from './support/service-process.ts';

describe('the attachments of records, in the browser', function () {
  this.timeout(240_000);
  let database: Awaited<ReturnType<typeof temporaryDatabase>>;
  let service: ServiceProcess;
  let browser: Browser;
  let page: Page;
  let breaches: string[];
  let paths: string[];

  before(async () => {
    database = await temporaryDatabase();
    service = await startService({ ...database.environment, ADMIN_PASSWORD: demoPassword });
    const api = await Api.signIn(service.url, 'admin', demoPassword);
    const batchCode = await registerBatch(api, await registerFarm(api));
    const sample = await api.create('/api/v1/samples', { batchCode, planKind: 'self-check' });
    paths = [`batches/${batchCode}`, `samples/${sample.id}`];
    browser = await openBrowser();
    page = await signInToConsole(browser, service.url, 'admin', desk);
    breaches = await watchPolicy(page.context());
    answerWithPhotograph(page);
  });
  after(async () => {
    await browser?.close();
    await service?.stop();
    await database?.remove();
  });

  const part = () => page.getByRole('region', { name: '附件' });
  const pictures = () => part().locator('.attachments img');
  const open = async (path: string) => {
    await page.goto(`${service.url}/console/${path}`);
    await part().waitFor();
  };
  /** Whatever asks for a file on this page from now on gets one. */
  const answerWithPhotograph = (asking: Page) =>
    asking.on('filechooser', async (chooser) => {
      const image = sharp({ create: { width: 40, height: 30, channels: 3, background: '#2a7' } });
      await chooser.setFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: await image.jpeg().toBuffer() });
    });

  it('are added with the keyboard alone, and shown', async () => {
    for (const path of paths) {
      await open(path);
      await part().getByText('还没有附件。').waitFor();
      await part().getByRole('button', { name: '添加文件' }).focus();
      await page.keyboard.press('Enter');
      const picture = pictures();
      await picture.waitFor();
      await eventually(
        async () => (await page.evaluate<number>(`document.querySelector('.attachments img').naturalWidth`)) > 0,
      );
      await page.getByAltText('照片，系统管理员 上传').waitFor();
      const original = await part().getByRole('link', { name: '下载原件' }).getAttribute('href');
      expect(original).to.match(/^\/files\/[0-9a-f]{24}\/original$/);
    }
  });

  it('are withdrawn with a typed reason, by keyboard alone, and say so', async () => {
    await open(paths[0] ?? '');
    await pictures().waitFor();
    await part().getByRole('button', { name: '撤回' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('理由').fill('拍错了批次');
    await dialog.getByRole('button', { name: '撤回' }).focus();
    await page.keyboard.press('Enter');
    await part().getByText('系统管理员：拍错了批次').waitFor();
    expect(await pictures().count()).to.equal(0);
    await part().getByRole('button', { name: '恢复' }).waitFor();
    await open(paths[1] ?? '');
    await pictures().waitFor();
  });

  it('are refused in words when they are no image and no document', async () => {
    const file = { name: 'IMG_2.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<script>alert(1)</script>') };
    await part().locator('input:not([capture])').setInputFiles(file);
    await part().getByRole('alert').waitFor();
    expect(await pictures().count()).to.equal(1);
  });

  it('can be taken with the camera where there is one, and fit a phone', async () => {
    expect(await part().getByRole('button', { name: '拍照' }).count(), 'at a desk').to.equal(0);
    const held = await browser.newContext({
      viewport: phone,
      hasTouch: true,
      isMobile: true,
      storageState: await page.context().storageState(),
      locale: 'zh-CN',
    });
    const small = await held.newPage();
    answerWithPhotograph(small);
    await small.goto(`${service.url}/console/${paths[1]}`);
    const camera = small.getByRole('button', { name: '拍照' });
    await camera.click();
    await small.locator('.attachments li').nth(1).waitFor();
    expect(await seriousFindings(small)).to.deep.equal([]);
    expect(await overflows(small)).to.equal(false);
    expect(await seriousFindings(page)).to.deep.equal([]);
    expect(breaches).to.deep.equal([]);
    await held.close();
  });
});
