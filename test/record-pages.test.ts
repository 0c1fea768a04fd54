import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { readSheet } from 'read-excel-file/node';
import { temporaryDatabase } from '../server/database/testing-support/temporary-database.ts';
import { Api } from './support/api.ts';
import { desk, openBrowser, overflows, phone, seriousFindings, watchPolicy } from './support/browser.ts';
import { demoPassword, signInToConsole } from './support/demonstration.ts';
import { registerBatch, registerFarm } from './support/farm.ts';
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

  it('prints a batch’s label: shows it, saves it for the printer, and fits a phone', async () => {
    const api = await Api.signIn(service.url, 'admin', demoPassword);
    const code = await registerBatch(api, await registerFarm(api));
    await page.getByRole('button', { name: '中文' }).click();
    await page.setViewportSize(phone);
    await page.goto(`${service.url}/console/batches/${code}`);
    await page.getByRole('button', { name: '打印标签', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: '打印标签' });
    const preview = dialog.getByRole('img', { name: `批次 ${code} 的标签样张` });
    await preview.waitFor();
    await preview.evaluate((image) => (image as unknown as { decode(): Promise<void> }).decode());
    await dialog.getByLabel('规格（毫米）').selectOption('80x60');
    await dialog.getByLabel('文件').selectOption('zpl');
    const saved = page.waitForEvent('download');
    await dialog.getByRole('button', { name: '下载打印文件' }).click();
    const file = await saved;
    expect(file.suggestedFilename()).to.equal(`${code}-80x60.zpl`);
    expect(await readFile(await file.path(), 'utf8')).to.match(/^\^XA\n\^PW639\n/);
    await dialog.waitFor({ state: 'hidden' });

    await page.getByRole('button', { name: '打印标签', exact: true }).click();
    await dialog.getByLabel('规格（毫米）').selectOption('a4-60x40');
    await dialog.getByLabel('文件').selectOption('png');
    await dialog.getByRole('button', { name: '下载打印文件' }).click();
    await dialog.getByText('pdf', { exact: false }).last().waitFor();
    expect(await overflows(page)).to.equal(false);
    expect(await seriousFindings(page)).to.deep.equal([]);
    await page.screenshot({ path: 'test/screenshots/label-dialog.png' });
    expect(breaches).to.deep.equal([]);
  });

  it('lays two submissions of one inspection side by side, and lets a person decide with a reason', async () => {
    const api = await Api.signIn(service.url, 'admin', demoPassword);
    const farm = await registerFarm(api);
    const { id } = await api.create('/api/v1/inspections', { producerId: farm.producerId, kind: 'routine' });
    const kind = (await api.get<{ kind: string }>(`/api/v1/producers/${farm.producerId}`)).body.kind;
    const [checklist] = (await api.get<{ items: { items: Asked[] }[] }>('/api/v1/checklists')).body.items;
    const asked = (checklist?.items ?? []).filter(({ producerKinds }) => producerKinds?.includes(kind) ?? true);
    const submission = (wrong: string, finishedAt: string) => ({
      answers: asked.map(({ item }) => ({ item, answer: item === wrong ? 'no' : 'yes' })),
      begunAt: '2026-05-03T08:00:00Z',
      finishedAt,
    });
    const submit = (body: object) => api.post(`/api/v1/inspections/${id}/submit`, body);
    expect((await submit(submission('', '2026-05-03T09:00:00Z'))).status).to.equal(200);
    expect((await submit(submission('banned-inputs', '2026-05-03T09:30:00Z'))).status).to.equal(409);

    await page.setViewportSize(desk);
    await page.goto(`${service.url}/console/inspections/${id}`);
    const stories = page.getByRole('region', { name: '两份不同的提交' }).first();
    const first = await stories.locator('tbody tr').first().innerText();
    expect(first.replaceAll(/\s+/g, ' ')).to.match(/≠ .*禁用.* 符合 不符合/);
    expect(await seriousFindings(page)).to.deep.equal([]);
    await page.setViewportSize(phone);
    expect(await overflows(page)).to.equal(false);
    await stories.getByRole('button', { name: '采用另一份' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('理由').fill('现场照片可证');
    await dialog.getByRole('button', { name: '采用另一份' }).click();
    await stories.waitFor({ state: 'detached' });
    const decided = (await api.get<{ findings: { item: string }[] }>(`/api/v1/inspections/${id}`)).body;
    expect(decided.findings.map(({ item }) => item)).to.deep.equal(['banned-inputs']);
    expect(breaches).to.deep.equal([]);
  });

  it('makes plans by choosing people and producers by name, with the keyboard alone', async () => {
    const api = await Api.signIn(service.url, 'admin', demoPassword);
    for (const [username, displayName] of [
      ['li', '李检查'],
      ['wang', '王检查'],
    ])
      await api.create('/api/v1/users', {
        ...{ username, displayName, password: demoPassword },
        ...{ roles: ['supervisor'], divisionCode: '611002' },
      });
    await api.create('/api/v1/producers', { name: '回避合作社', kind: 'cooperative', divisionCode: '611002' });
    const dialog = page.getByRole('dialog');
    const choose = async (label: string, typed: string) => {
      await dialog.getByLabel(label, { exact: true }).focus();
      await page.keyboard.type(typed);
      const options = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)');
      await options.locator('.ant-select-item-option-active').getByText(typed).waitFor();
      await page.keyboard.press('Enter');
    };
    const made = async () => {
      await dialog.getByRole('button', { name: '新建计划' }).click();
      await page.waitForURL(/inspection-plans\/[0-9a-f]{24}$/);
      const path = new URL(page.url()).pathname.replace('/console', '/api/v1');
      return (await api.get<Record<string, unknown>>(path)).body;
    };
    await page.setViewportSize(desk);
    await page.goto(`${service.url}/console/inspection-plans`);
    await page.getByRole('button', { name: '新建计划' }).click();
    await dialog.getByLabel('计划名称').fill('双随机');
    await choose('检查人员库', '李检查');
    await choose('检查人员库', '王检查');
    await page.keyboard.press('Escape');
    await choose('李检查须回避的主体（有利益冲突）', '回避合作社');
    expect(await seriousFindings(page)).to.deep.equal([]);
    await page.screenshot({ path: 'test/screenshots/plan-dialog.png' });
    const inspectors = (await made()).inspectors as { username: string; conflictsWith: string[] }[];
    expect(inspectors.map(({ username, conflictsWith }) => [username, conflictsWith.length])).to.deep.equal([
      ['li', 1],
      ['wang', 0],
    ]);

    await page.setViewportSize(phone);
    await page.goto(`${service.url}/console/inspection-plans`);
    await page.getByRole('button', { name: '新建计划' }).click();
    await dialog.getByLabel('计划名称').fill('例行');
    await dialog.getByLabel('类别').selectOption('routine');
    await choose('检查对象 1', '回避合作社');
    await choose('检查人员', '王检查');
    await page.keyboard.press('Escape');
    expect(await overflows(page)).to.equal(false);
    await page.screenshot({ path: 'test/screenshots/plan-tasks-phone.png' });
    await made();
    const [task] = await api.list<{ inspectors: string[]; producerName: string }>('/api/v1/inspections');
    expect([task?.producerName, task?.inspectors]).to.deep.equal(['回避合作社', ['wang']]);
    await page.setViewportSize(desk);
  });

  it('takes the next version of a provision, whose fines then hold, and keeps the one before', async () => {
    await page.goto(`${service.url}/console/penalty-law`);
    await page.getByRole('link', { name: '简易程序罚款上限' }).click();
    await page.getByRole('button', { name: '制定新版本' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^自然人：200 元/).fill('二百');
    await dialog.getByLabel('施行日期').fill('2026-06-01');
    await dialog.getByLabel('理由').fill('法律修改');
    await dialog.getByRole('button', { name: '制定新版本' }).click();
    const summary = dialog.getByRole('alert', { name: '请修改以下各项' });
    await summary.getByRole('button', { name: /^自然人：200 元/ }).click();
    expect(await dialog.getByLabel(/^自然人：200 元/).evaluate((field) => field.matches(':focus'))).to.equal(true);
    expect(await seriousFindings(page)).to.deep.equal([]);
    await page.screenshot({ path: 'test/screenshots/law-dialog.png' });
    await dialog.getByLabel(/^自然人：200 元/).fill('300');
    await dialog.getByRole('button', { name: '制定新版本' }).click();
    await page.getByRole('region', { name: '版本 1', exact: true }).getByText('自然人：300 元').waitFor();
    await page.getByRole('region', { name: '版本 0', exact: true }).getByText('自然人：200 元').waitFor();
    const api = await Api.signIn(service.url, 'admin', demoPassword);
    const on = async (day: string) => {
      const path = `/api/v1/penalty-law?kind=figure&on=${day}&limit=100`;
      const rows = await api.list<{ code: string; values: { value: string }[] }>(path);
      return rows.find(({ code }) => code === 'summary-fine')?.values[0]?.value;
    };
    expect([await on('2026-05-31'), await on('2026-06-01')]).to.deep.equal(['200', '300']);
  });

  it('suspends a certificate only when another person accepts the proposal', async () => {
    const api = await Api.signIn(service.url, 'admin', demoPassword);
    for (const username of ['certifier', 'second'])
      await api.create('/api/v1/users', {
        username,
        displayName: username,
        password: demoPassword,
        roles: ['certifier'],
        divisionCode: '611000',
      });
    const { producerId, productId } = await registerFarm(api);
    const certifier = await Api.signIn(service.url, 'certifier', demoPassword);
    const { id } = await certifier.create('/api/v1/certificates', {
      scheme: 'organic',
      producerId,
      productId,
      externalNumber: '100OP2600001',
      issuer: '某认证中心',
      validFrom: new Date().toISOString().slice(0, 10),
      validTo: new Date(Date.now() + 300 * 86_400_000).toISOString().slice(0, 10),
    });
    const as = async (username: string) => {
      const own = await signInToConsole(browser, service.url, username, desk);
      await own.goto(`${service.url}/console/certificates/${id}`);
      await own.getByRole('heading', { name: '暂停与撤销提议' }).waitFor();
      return own;
    };
    const give = async (on: Page, button: string) => {
      await on.getByRole('button', { name: button }).click();
      await on.getByRole('dialog').getByLabel('理由').fill('抽检不合格');
      await on.getByRole('dialog').getByRole('button', { name: button }).click();
      await on.getByRole('dialog').waitFor({ state: 'hidden' });
    };
    const proposer = await as('certifier');
    await give(proposer, '提议暂停');
    await proposer.getByText('待决定').waitFor();
    expect((await certifier.get<{ standing: string }>(`/api/v1/certificates/${id}`)).body.standing).to.equal('valid');
    expect(await seriousFindings(proposer)).to.deep.equal([]);
    await proposer.context().close();
    const decider = await as('second');
    await give(decider, '接受提议');
    await decider.getByText('已接受').waitFor();
    expect((await certifier.get<{ standing: string }>(`/api/v1/certificates/${id}`)).body.standing).to.equal(
      'suspended',
    );
    await decider.context().close();
  });

  it('takes up evidence of a case, and writes down what was found on site', async () => {
    const api = await Api.signIn(service.url, 'admin', demoPassword);
    const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    for (const username of ['one', 'two']) {
      const account = { username, displayName: username, password: demoPassword, divisionCode: '611002' };
      await api.create('/api/v1/users', { ...account, roles: ['officer', 'supervisor'] });
      await api.create('/api/v1/officer-certificates', {
        ...{ username, certificateNumber: `陕H-${username}`, divisionCode: '611002' },
        ...{ validFrom: day(-100), validTo: day(1000) },
      });
    }
    const officer = await Api.signIn(service.url, 'one', demoPassword);
    const clue = { divisionCode: '611002', kind: 'own-finding', text: '销售超标芹菜', suspect: '某合作社' };
    const { id } = await officer.create('/api/v1/cases', clue);
    const party = { kind: 'cooperative', legalForm: 'organization', name: '某合作社' };
    expect((await officer.post(`/api/v1/cases/${id}/name-party`, party)).status).to.equal(200);
    const finding = { acts: ['over-limit-sold'], actOn: day(-3), facts: '销售超标芹菜', valueOfGoods: '900' };
    const verified = await officer.post(`/api/v1/cases/${id}/verify`, { officers: ['one', 'two'], ...finding });
    expect(verified.status, JSON.stringify(verified.body)).to.equal(200);

    const own = await signInToConsole(browser, service.url, 'one', desk);
    await own.goto(`${service.url}/console/cases/${id}`);
    const dialog = own.getByRole('dialog');
    const send = async (button: string) => {
      await dialog.getByRole('button', { name: button }).click();
      await dialog.waitFor({ state: 'hidden' });
    };
    await own.getByRole('button', { name: '登记证据' }).click();
    await dialog.getByLabel('证据种类').selectOption('physical');
    await dialog.getByLabel('名称').fill('芹菜 150 kg');
    await dialog.getByLabel('说明').fill('待售');
    await dialog.getByLabel('保管人').fill('执法人员');
    await send('登记证据');
    await own.getByText('1. 芹菜 150 kg').waitFor();
    await own.getByRole('button', { name: '制作文书' }).click();
    await dialog.getByLabel('文书').selectOption('inspection-record');
    for (const [label, text] of Object.entries({
      检查地点: '冷库',
      起止时间: '九时',
      在场人: '负责人',
      检查情况: '待售',
    }))
      await dialog.getByLabel(label).fill(text);
    await send('制作文书');
    await own.getByText('现场检查（勘验）笔录').waitFor();
    expect(await seriousFindings(own)).to.deep.equal([]);
    await own.context().close();
    const [evidence] = await officer.list<{ name: string; kind: string }>(`/api/v1/case-evidence?case=${id}`);
    expect(evidence).to.include({ name: '芹菜 150 kg', kind: 'physical' });
    const [paper] = await officer.list<{ template: string }>(`/api/v1/case-documents?case=${id}`);
    expect(paper?.template).to.equal('inspection-record');
  });
});

interface Asked {
  item: string;
  producerKinds?: string[];
}
