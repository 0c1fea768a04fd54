import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { temporaryDatabase } from '../server/database/testing-support/temporary-database.ts';
import { Api } from './support/api.ts';
import { desk, openBrowser, overflows, phone, seriousFindings, watchPolicy } from './support/browser.ts';
import { demoPassword, signInToConsole } from './support/demonstration.ts';
import { eventually } from './support/eventually.ts';
import { registerBatch, registerFarm } from './support/farm.ts';
import { receiveSample } from './support/sample.ts';
import { type ServiceProcess, startService } from './support/service-process.ts';

describe('the pages about warnings, in the browser', function () {
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
    const batchCode = await registerBatch(api, await registerFarm(api));
    const { id } = await receiveSample(api, batchCode);
    await api.create(`/api/v1/samples/${id}/results`, { analyte: '噻虫胺', value: '0.2', unit: 'mg/kg', loq: '0.01' });
    const device = { id: 'cold-1', name: '冷库一号', kind: 'sensor', divisionCode: '611002104' };
    await api.create('/api/v1/devices', device);
    browser = await openBrowser();
    page = await signInToConsole(browser, service.url, 'admin', desk);
    breaches = await watchPolicy(page.context());
  });
  after(async () => {
    await browser?.close();
    await service?.stop();
    await database?.remove();
  });

  const fail = async (analyte: string) => {
    const api = await Api.signIn(service.url, 'admin', demoPassword);
    const batchCode = await registerBatch(api, await registerFarm(api));
    const { id } = await receiveSample(api, batchCode);
    await api.create(`/api/v1/samples/${id}/results`, { analyte, value: '9', unit: 'mg/kg' });
  };
  const press = (name: string, within: Page | ReturnType<Page['getByRole']> = page) =>
    within.getByRole('button', { name, exact: true }).click();

  it('give a task about a warning, add what became known, and report the task as done', async () => {
    await page.goto(`${service.url}/console/warnings`);
    await page.getByText('超标：噻虫胺', { exact: false }).first().click();
    await press('补充通报');
    const followUp = page.getByRole('dialog', { name: '补充通报' });
    await followUp.getByLabel('通报内容').fill('同批产品已发往两家超市');
    await press('补充通报', followUp);
    await page.getByRole('paragraph').filter({ hasText: '同批产品已发往两家超市' }).waitFor();
    await press('交办任务');
    const task = page.getByRole('dialog', { name: '交办任务' });
    await task.getByLabel('要做什么').fill('封存剩余产品');
    await task.getByLabel('期限').fill('2099-01-01T12:00');
    await task.getByRole('button', { name: /^交\s*办$/ }).click();
    await task.waitFor({ state: 'hidden' });

    await page.goto(`${service.url}/console/warnings/tasks?state=open`);
    const row = page.getByTestId('task-row').filter({ hasText: '封存剩余产品' });
    await press('报告办结', row);
    const done = page.getByRole('dialog', { name: '报告办结' });
    await done.getByLabel('办理结果').fill('已封存 80 公斤');
    await press('报告办结', done);
    await row.waitFor({ state: 'detached' });
    await page.goto(`${service.url}/console/warnings/tasks`);
    await page.getByText('已封存 80 公斤').waitFor();
    expect(await seriousFindings(page)).to.deep.equal([]);
  });

  it('take an acknowledgement back at once, of one warning and of all', async () => {
    await fail('噻虫嗪');
    await page.goto(`${service.url}/console/warnings?state=open`);
    const row = page.getByRole('listitem').filter({ hasText: '超标：噻虫嗪' }).first();
    await press('确认', row);
    await press('撤销');
    await page.getByText('已撤销').waitFor();
    await row.getByRole('button', { name: '确认', exact: true }).waitFor();
    await page.getByRole('button', { name: /^全部确认/ }).click();
    await page.getByText(/^已确认 \d+ 条/).waitFor();
    await page.getByRole('button', { name: '撤销', exact: true }).last().click();
    await page.getByRole('button', { name: /^全部确认/ }).waitFor();
    expect(await seriousFindings(page)).to.deep.equal([]);
  });

  it('make a maintenance window and end it', async () => {
    await page.goto(`${service.url}/console/warnings/silences`);
    await press('新建静默');
    const dialog = page.getByRole('dialog', { name: '新建静默' });
    await dialog.getByLabel('设备编号').fill('cold-1');
    await dialog.getByLabel('结束').fill(new Date(Date.now() + 86_400_000).toISOString().slice(0, 16));
    await dialog.getByLabel('理由').fill('更换压缩机');
    await dialog.getByRole('button', { name: /^新\s*建$/ }).click();
    const row = page.getByTestId('silence-row').filter({ hasText: '更换压缩机' });
    await row.getByText('生效中').waitFor();
    await press('提前结束', row);
    await row.getByText('未生效').waitFor();
  });

  it('follow by one stream for all tabs, which another tab takes over', async () => {
    const streams = async () =>
      Number(/^agritrace_warning_streams (\d+)$/m.exec(await (await fetch(`${service.url}/metrics`)).text())?.[1]);
    const shows = (tab: Page, text: string) => tab.getByText(text, { exact: false }).first().waitFor();
    const tabs = [page, await page.context().newPage(), await page.context().newPage()];
    for (const tab of tabs) {
      await tab.goto(`${service.url}/console/warnings`);
      await tab.locator('[data-testid=stream-state][data-state=live]').waitFor();
    }
    expect(await streams()).to.equal(1);
    await fail('噻虫嗪');
    for (const tab of tabs) await shows(tab, '超标：噻虫嗪');
    // The one with the stream came first.
    const [, second, third] = tabs as [Page, Page, Page];
    await page.goto('about:blank');
    await eventually(async () => (await streams()) === 1);
    await fail('吡虫啉');
    for (const tab of [second, third]) await shows(tab, '超标：吡虫啉');
    await second.close();
    await third.close();
  });

  it('sound when a warning begins, in one tab alone, once somebody wants that', async () => {
    const first = await signInToConsole(browser, service.url, 'admin', desk);
    const context = first.context();
    await context.addInitScript(
      'const start = OscillatorNode.prototype.start; OscillatorNode.prototype.start = function (...when) { globalThis.beats = (globalThis.beats ?? 0) + 1; return start.apply(this, when); };',
    );
    const second = await context.newPage();
    await second.goto(`${service.url}/console/warnings`);
    const beats = async () =>
      Number(await first.evaluate('globalThis.beats ?? 0')) + Number(await second.evaluate('globalThis.beats ?? 0'));
    await first.goto(`${service.url}/console/warnings`);
    for (const tab of [first, second]) await tab.locator('[data-testid=stream-state][data-state=live]').waitFor();
    await fail('噻虫嗪');
    await first.getByText('超标：噻虫嗪', { exact: false }).first().waitFor();
    expect(await beats()).to.equal(0);
    await first.getByRole('button', { name: '声音提醒：关' }).click();
    await second.getByRole('button', { name: '声音提醒：开' }).waitFor();
    await eventually(async () => (await beats()) === 1);
    await second.mouse.click(5, 5);
    await fail('吡虫啉');
    // An orange warning has two beats.
    await eventually(async () => (await beats()) > 1);
    expect(await beats()).to.equal(3);
    expect(await first.evaluate('document.fullscreenEnabled'), 'the wall may fill the screen').to.equal(true);
    await context.close();
  });

  it('hang on the wall by a read-only token of their own, with the age of all that is shown', async () => {
    const api = await Api.signIn(service.url, 'admin', demoPassword);
    const scope = ['assessment-figures:read', 'warnings:read'];
    const { id, token } = await api.create('/api/v1/api-tokens', { name: '大屏', scope, expiresInDays: 30 });
    const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: 'zh-CN' });
    const wall = await context.newPage();
    await wall.goto(`${service.url}/console/wall`);
    await wall.getByText('大屏需要自己的只读口令').waitFor();
    await wall.goto(`${service.url}/console/wall#agt_unknown`);
    await wall.getByText('大屏的口令无效').waitFor();
    await wall.goto(`${service.url}/console/wall#${token}`);
    await wall.getByTestId('wall-warning').filter({ hasText: '检测超标' }).first().waitFor();
    await wall.getByTestId('tile').nth(6).waitFor();
    await wall.getByText('商洛市农产品质量安全值班大屏').waitFor();
    expect(await wall.getByTestId('age').allInnerTexts()).to.have.length(5);
    expect(await wall.locator('body').innerText()).to.not.include('合作社');
    expect(await seriousFindings(wall)).to.deep.equal([]);
    await wall.screenshot({ path: 'test/screenshots/wall-1920.png' });
    await wall.setViewportSize(phone);
    expect(await overflows(wall)).to.equal(false);
    await wall.screenshot({ path: 'test/screenshots/wall-phone.png', fullPage: true });
    expect((await api.send('DELETE', `/api/v1/api-tokens/${id}`)).status).to.equal(204);
    await wall.reload();
    await wall.getByRole('alert').first().waitFor();
    await context.close();
  });

  it('try a rule on stored readings before it is made, and show which rules ring most', async () => {
    await page.goto(`${service.url}/console/warnings/rules`);
    await page.getByRole('button', { name: /新建规则/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('名称', { exact: true }).fill('冷库超温');
    await dialog.getByLabel('限值', { exact: true }).fill('8');
    await dialog.getByLabel('恢复值').fill('6');
    await press('试算', dialog);
    await dialog.getByText('0 条，每天 0.0 条').waitFor();
    expect(await seriousFindings(page)).to.deep.equal([]);
    await page.screenshot({ path: 'test/screenshots/dry-run.png' });
    await page.reload();
    const tried = page.getByTestId('dry-run').filter({ hasText: '冷库超温' });
    await tried.getByText('已完成').waitFor();
    await tried.getByText('系统管理员').waitFor();
    await page.screenshot({ path: 'test/screenshots/dry-runs.png', fullPage: true });
    await page.goto(`${service.url}/console/warnings/quality`);
    await page.getByTestId('worst-rule').filter({ hasText: '检测超标' }).waitFor();
    await page.setViewportSize(phone);
    expect(await seriousFindings(page)).to.deep.equal([]);
    expect(breaches).to.deep.equal([]);
  });
});
