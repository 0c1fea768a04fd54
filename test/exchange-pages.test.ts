import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { temporaryDatabase } from '../server/database/testing-support/temporary-database.ts';
import { Api } from './support/api.ts';
import { desk, openBrowser } from './support/browser.ts';
import { demoPassword, signInToConsole } from './support/demonstration.ts';
import { type ServiceProcess, startService } from './support/service-process.ts';

describe('the pages of the exchange, in the browser', function () {
  this.timeout(240_000);
  let database: Awaited<ReturnType<typeof temporaryDatabase>>;
  let service: ServiceProcess;
  let listener: Server;
  let browser: Browser;
  let page: Page;
  let api: Api;

  before(async () => {
    database = await temporaryDatabase();
    const settings = { ADMIN_PASSWORD: demoPassword, OUTBOUND_ALLOWED: '127.0.0.1' };
    service = await startService({ ...database.environment, ...settings });
    api = await Api.signIn(service.url, 'admin', demoPassword);
    listener = createServer((_request, response) => void response.writeHead(202).end());
    await new Promise<void>((listening) => listener.listen(0, '127.0.0.1', listening));
    browser = await openBrowser();
    page = await signInToConsole(browser, service.url, 'admin', desk);
  });
  after(async () => {
    await browser?.close();
    listener?.close();
    await service?.stop();
    await database?.remove();
  });

  const dialog = () => page.getByRole('dialog');
  const open = async (path: string) => {
    await page.goto(`${service.url}/console/${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
  };
  const sendTable = async (...rows: string[]) => {
    await open('register-imports');
    await page.getByRole('button', { name: '导入表格' }).click();
    const buffer = Buffer.from(['名称,类型,行政区划代码,统一社会信用代码', ...rows].join('\n'));
    await dialog().getByLabel(/^文件/).setInputFiles({ name: '主体.csv', mimeType: 'text/csv', buffer });
    await dialog().getByRole('button', { name: '上传并预检' }).click();
    await page.getByTestId('imported-row').first().waitFor();
  };
  const state = (word: string) => page.getByRole('status').getByText(word).waitFor();

  it('show what is wrong with a table at its rows, and store one only when a person says so', async () => {
    await sendTable('秦岭果园,family-farm,611002,', '丹江合作社,cooperative,611002,91');
    await state('预检不合格');
    await page.getByLabel('结果', { exact: true }).selectOption('refused');
    await page.getByText('统一社会信用代码: 须为 18 个字符').waitFor();
    expect(await page.getByRole('button', { name: '确认导入' }).getAttribute('aria-disabled')).to.equal('true');
    await sendTable('秦岭果园,family-farm,611002,');
    await state('预检合格');
    expect(await api.list('/api/v1/producers')).to.deep.equal([]);
    await page.getByRole('button', { name: '确认导入' }).click();
    await dialog().getByText('将写入 1 条新记录').waitFor();
    await dialog().getByRole('button', { name: '确认导入' }).click();
    await state('已导入');
    await page.getByText('已写入', { exact: true }).waitFor();
    expect(await api.list('/api/v1/producers')).to.have.length(1);
  });

  it('make a webhook, show its secret once, and how a system answered', async () => {
    await open('webhooks');
    await page.getByRole('button', { name: '新建推送' }).click();
    await dialog().getByLabel('名称').fill('省平台');
    const { port } = listener.address() as AddressInfo;
    await dialog()
      .getByLabel(/^接收地址/)
      .fill(`http://127.0.0.1:${port}/hook?key=K3Y`);
    await dialog().getByLabel('批次被控制').check();
    await dialog().getByRole('button', { name: '新建' }).click();
    await dialog()
      .getByText(/^whsec_/)
      .waitFor();
    await page.getByRole('button', { name: '已保存' }).click();
    await page.getByRole('button', { name: '发送测试' }).click();
    await page.getByTestId('webhook-delivery-row').getByText('应答 202').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '重新发送' }).click();
    await dialog().getByLabel('理由').fill('对方丢失');
    await dialog().getByRole('button', { name: '重新发送' }).click();
    await page.getByText('已重新排队 1 条').waitFor();
    await page.getByRole('button', { name: '停用' }).click();
    await dialog().getByLabel('理由').fill('换系统');
    await dialog().getByRole('button', { name: '停用' }).click();
    await page.locator('.chip', { hasText: '已停用' }).waitFor();
    expect(await page.content())
      .to.not.include('K3Y')
      .and.not.include('whsec_');
  });
});
