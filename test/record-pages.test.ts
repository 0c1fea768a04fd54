import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { readSheet } from 'read-excel-file/node';
import { temporaryDatabase } from '../server/database/testing-support/temporary-database.ts';
import { Api } from './support/api.ts';
import { desk, openBrowser, overflows, phone, seriousFindings, watchPolicy } from './support/browser.ts';
import { demoPassword, signInToConsole } from './support/demonstration.ts';
import { type ServiceProcess, startService } from './support/service-process.ts';

describe('the page of a record, in the browser', function () {
  this.timeout(240_000);
  let database: Awaited<ReturnType<typeof temporaryDatabase>>;
  let service: ServiceProcess;
  let browser: Browser;
  let page: Page;
  let breaches: string[];

  before(async () => {
    database = await temporaryDatabase();
    service = await startService({ ...database.environment, ADMIN_PASSWORD: demoPassword });
    const api = await Api.signIn(service.url, 'admin', demoPassword);
    const smallholder = { name: '张守田', kind: 'smallholder', divisionCode: '611002104', phone: '13800001234' };
    const { id } = await api.create('/api/v1/producers', smallholder);
    browser = await openBrowser();
    page = await signInToConsole(browser, service.url, 'admin', desk);
    breaches = await watchPolicy(page.context());
    await page.goto(`${service.url}/console/producers/${id}`);
  });
  after(async () => {
    await browser?.close();
    await service?.stop();
    await database?.remove();
  });

  const part = (name: string) => page.getByRole('region', { name, exact: true });
  const press = async (scope: Page | ReturnType<typeof part>, name: string) => {
    await scope.getByRole('button', { name, exact: true }).focus();
    await page.keyboard.press('Enter');
  };

  it('shows what is masked once somebody typed a reason, by keyboard alone, and hides it again', async () => {
    const personal = part('个人信息');
    await personal.getByText('138****1234').waitFor();
    await press(personal, '查看明文');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('理由').fill('通知召回');
    await dialog.getByRole('button', { name: '查看明文' }).focus();
    await page.keyboard.press('Enter');
    await personal.getByText('13800001234').waitFor();
    await personal.getByText('张守田').waitFor();
    await personal.getByRole('status').getByText('已记入审计日志', { exact: false }).waitFor();
    await press(personal, '重新隐藏');
    await personal.getByText('138****1234').waitFor();
    expect(await page.getByText('13800001234').count()).to.equal(0);
  });

  it('shows who changed the record and who saw it in the clear, in both languages, and fits a phone', async () => {
    const history = part('变更记录');
    await press(history, '查看变更记录');
    const seen = history.getByRole('row').filter({ hasText: '查看明文个人信息' });
    await seen.getByText('通知召回').waitFor();
    await history.getByRole('row').filter({ hasText: '新建' }).waitFor();
    expect(await seriousFindings(page)).to.deep.equal([]);
    await page.setViewportSize(phone);
    expect(await overflows(page)).to.equal(false);
    await page.setViewportSize(desk);
    await page.getByRole('button', { name: 'English' }).click();
    await part('History').getByText('saw personal data').waitFor();
    expect(breaches).to.deep.equal([]);
  });

  it('gives the history as a file', async () => {
    const fetched = async (name: string) => {
      const address = await part('History').getByRole('link', { name, exact: true }).getAttribute('href');
      return page.request.get(`${service.url}${address}`);
    };
    const csv = await (await fetched('CSV')).text();
    expect(csv).to.include('通知召回').and.include('reveal').and.not.include('13800001234');
    const rows = await readSheet(await (await fetched('Excel')).body());
    const [columns = []] = rows;
    const [reason, action] = ['reason', 'action'].map((name) => columns.indexOf(name));
    expect(rows.map((row) => [row[action ?? 0], row[reason ?? 0]])).to.deep.include(['reveal', '通知召回']);
  });
});
