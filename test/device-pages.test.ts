import { mkdirSync } from 'node:fs';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { temporaryDatabase } from '../server/database/testing-support/temporary-database.ts';
import { Api } from './support/api.ts';
import { desk, openBrowser, overflows, phone, seriousFindings, watchPolicy } from './support/browser.ts';
import { demoPassword, signInToConsole } from './support/demonstration.ts';
import { eventually } from './support/eventually.ts';
import { registerFarm } from './support/farm.ts';
import { type ServiceProcess, startService } from './support/service-process.ts';

const pictures = 'test/screenshots/device-pages';

describe('the pages of a device, in the browser', function () {
  this.timeout(240_000);
  let database: Awaited<ReturnType<typeof temporaryDatabase>>;
  let service: ServiceProcess;
  let browser: Browser;
  let page: Page;
  let api: Api;
  let breaches: string[];

  before(async () => {
    mkdirSync(pictures, { recursive: true });
    database = await temporaryDatabase();
    service = await startService({ ...database.environment, ADMIN_PASSWORD: demoPassword });
    api = await Api.signIn(service.url, 'admin', demoPassword);
    browser = await openBrowser();
    page = await signInToConsole(browser, service.url, 'admin', desk);
    breaches = await watchPolicy(page.context());
  });
  after(async () => {
    await browser?.close();
    await service?.stop();
    await database?.remove();
  });
  afterEach(() => expect(breaches).to.deep.equal([]));

  /** A button that has just been busy may still bear its sign before its name. */
  const press = (name: string) => page.getByRole('button', { name: new RegExp(`^(loading )?${name}$`) }).click();
  const pressIn = (dialog: string, name: string) =>
    page
      .getByRole('dialog', { name: dialog })
      .getByRole('button', { name: new RegExp(`^(loading )?${name}$`) })
      .click();
  const open = async (path: string) => {
    await page.goto(`${service.url}/console/${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
  };

  /** The page as it stands, on both devices and in both languages. */
  const look = async (name: string) => {
    for (const [device, viewport] of Object.entries({ phone, desk })) {
      await page.setViewportSize(viewport);
      await page.screenshot({ path: `${pictures}/${name}-${device}.png`, fullPage: true });
      expect(await seriousFindings(page), `${name} on a ${device}`).to.deep.equal([]);
      expect(await overflows(page), `${name} scrolls sideways on a ${device}`).to.equal(false);
    }
  };

  it('list them by filters that stay in the address, in an order, and as a table', async () => {
    for (const [id, kind] of [
      ['list-1', 'sensor'],
      ['list-2', 'rapid-tester'],
    ])
      await api.create('/api/v1/devices', { id, name: `清单 ${id}`, kind });
    await open('devices?text=LIST&sort=name');
    await page.getByText('list-2', { exact: false }).first().waitFor();
    expect(await page.getByTestId('device-row').count()).to.equal(2);
    await page.getByLabel('类型').selectOption('rapid-tester');
    await eventually(async () => (await page.getByTestId('device-row').count()) === 1);
    expect(new URL(page.url()).searchParams.get('kind')).to.equal('rapid-tester');
    await look('list');
    const address = await page.getByRole('link', { name: '导出 CSV' }).getAttribute('href');
    const table = await api.get(String(address));
    expect(table.status).to.equal(200);
    await page.getByLabel('校准').selectOption('over');
    await eventually(async () => (await page.getByTestId('device-row').count()) === 0);
  });

  it('take it through its life: another secret, disabled, retired', async () => {
    await api.create('/api/v1/devices', { id: 'probe-1', name: '一号探头', kind: 'sensor' });
    await open('devices/probe-1');
    await page.getByRole('tab', { name: '管理' }).press('Enter');
    await page.locator('[data-testid=device-state][data-state=registered]').first().waitFor();
    await press('更换密钥');
    await page.getByLabel('理由').fill('例行更换');
    await page.getByLabel('旧密钥继续有效').selectOption('60');
    await look('rotate');
    await pressIn('更换密钥', '更换密钥');
    const secret = await page.getByTestId('device-secret').innerText();
    expect(secret).to.match(/^[\w-]{43}$/);
    await press('我已保存密钥');
    await press('停用');
    await page.getByLabel('理由').fill('检修');
    await pressIn('停用', '停用');
    await page.locator('[data-testid=device-state][data-state=disabled]').first().waitFor();
    await page.getByRole('row', { name: /停用.*检修/ }).waitFor();
    await look('disabled');
    await press('报废');
    await page.getByText('报废后不能恢复').waitFor();
    await page.getByLabel('理由').fill('损坏');
    await pressIn('报废', '报废');
    await page.locator('[data-testid=device-state][data-state=retired]').first().waitFor();
    const enable = page.getByRole('button', { name: '启用' });
    expect(await enable.getAttribute('aria-disabled')).to.equal('true');
    await page.evaluate("localStorage.setItem('agritrace.language', 'en')");
    await open('devices?state=retired');
    await page.getByRole('link', { name: '一号探头' }).waitFor();
    await look('retired-list');
    await page.evaluate("localStorage.setItem('agritrace.language', 'zh')");
  });

  it('show where it stood, move it, and correct its history', async () => {
    const farm = await registerFarm(api);
    await api.create('/api/v1/devices', { id: 'probe-2', name: '二号探头', kind: 'sensor', siteId: farm.siteId });
    await open('devices/probe-2');
    await page.getByRole('tab', { name: '放置记录' }).click();
    await page.getByRole('row', { name: /冷库.*登记之前.*至今/ }).waitFor();
    await press('变更放置');
    await page.getByLabel('理由').fill('收回检修');
    await pressIn('变更放置', '变更放置');
    await page.getByRole('row', { name: /库存.*至今/ }).waitFor();
    await look('placements');
    await press('更正放置记录');
    await page.getByRole('group', { name: '第 2 段' }).waitFor();
    await look('correct-placements');
    await press('删除第 2 段');
    await page.getByRole('group', { name: '第 1 段' }).getByLabel('止').fill('');
    await page.getByLabel('理由').fill('并未收回');
    await pressIn('更正放置记录', '更正放置记录');
    await page.getByRole('row', { name: /冷库.*登记之前.*至今/ }).waitFor();
    expect(await page.getByTestId('placement-row').count()).to.equal(1);
  });
});
