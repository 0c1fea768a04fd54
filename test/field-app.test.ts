import { expect } from 'chai';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { temporaryDatabase } from '../server/database/testing-support/temporary-database.ts';
import { Api } from './support/api.ts';
import { openBrowser, overflows, phone, seriousFindings, watchPolicy } from './support/browser.ts';
import { demoPassword } from './support/demonstration.ts';
import { eventually } from './support/eventually.ts';
import { registerBatch, registerFarm } from './support/farm.ts';
import { type ServiceProcess, startService } from './support/service-process.ts';

const divisionCode = '611002104';
const here = { longitude: 109.94, latitude: 33.87, accuracy: 12 };

interface Inspection {
  state: string;
  submission?: {
    answers: { item: string; answer: string }[];
    photos: string[];
    photoDetails?: { item?: string; point?: object; accuracyMetres?: number }[];
    clockAheadSeconds?: number;
  };
  findings: { item: string }[];
  conflicts: { by: string; photos: string[] }[];
}

describe('the field app, in the browser', function () {
  this.timeout(240_000);
  let database: Awaited<ReturnType<typeof temporaryDatabase>>;
  let service: ServiceProcess;
  let admin: Api;
  let browser: Browser;
  let device: BrowserContext;
  let page: Page;
  let breaches: string[];
  let producerId: string;

  before(async () => {
    database = await temporaryDatabase();
    service = await startService({ ...database.environment, ADMIN_PASSWORD: demoPassword });
    admin = await Api.signIn(service.url, 'admin', demoPassword);
    for (const username of ['inspector', 'colleague'])
      await admin.create('/api/v1/users', {
        username,
        displayName: username === 'inspector' ? '检查员' : '同事',
        password: demoPassword,
        roles: ['supervisor', 'sampler'],
        divisionCode,
      });
    producerId = String(
      (await admin.create('/api/v1/producers', { name: '富水合作社', kind: 'cooperative', divisionCode })).id,
    );
    browser = await openBrowser();
    device = await newDevice();
    breaches = await watchPolicy(device);
    page = await device.newPage();
  });
  after(async () => {
    await browser?.close();
    await service?.stop();
    await database?.remove();
  });

  const newDevice = (more: object = {}) =>
    browser.newContext({
      viewport: phone,
      locale: 'zh-CN',
      geolocation: here,
      permissions: ['geolocation'],
      ...more,
    });
  const newInspection = async (): Promise<string> =>
    String((await admin.create('/api/v1/inspections', { producerId, kind: 'routine', inspectors: ['inspector'] })).id);
  const onPlatform = async (id: string) => (await admin.get<Inspection>(`/api/v1/inspections/${id}`)).body;
  const filesOf = async (record: string) =>
    (
      await admin.get<{ items: { original?: { sha256: string }; name?: string }[] }>(
        `/api/v1/attachments?resource=inspections&record=${record}`,
      )
    ).body.items;

  const signIn = async (on: Page, username: string) => {
    await on.getByLabel('用户名').fill(username);
    await on.getByLabel('密码').fill(demoPassword);
    await on.getByRole('button', { name: '登录' }).click();
  };
  /** As after the phone has thrown the app out of its memory. */
  const killed = async () => {
    await page.close({ runBeforeUnload: false });
    page = await device.newPage();
    await page.goto(`${service.url}/field/`);
    await page.getByRole('heading', { name: '我的检查' }).waitFor();
  };
  const refresh = async () => {
    await page.getByRole('button', { name: '更新' }).click();
    await page.getByRole('button', { name: '更新', disabled: false }).waitFor();
  };
  const open = (id: string) => page.locator(`a[href="#/inspections/${id}"]`).click();
  const answerAll = async (wrong: string) => {
    await page.locator('fieldset').first().waitFor();
    // Answers open further items.
    for (let index = 0; index < (await page.locator('fieldset').count()); index += 1) {
      const item = page.locator('fieldset').nth(index);
      const answer = (await item.getAttribute('id')) === `item-${wrong}` ? '不符合' : '符合';
      await item.getByLabel(answer, { exact: true }).check();
    }
  };
  const picture = async (background: string) => {
    const image = sharp({ create: { width: 3000, height: 2000, channels: 3, background } });
    return { name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: await image.jpeg().toBuffer() };
  };
  /** The phone finds its place when `givePlace` is called on the page. */
  const holdPlace = () =>
    page.evaluate(`Object.defineProperty(navigator.geolocation, 'getCurrentPosition', {
      value: (found) => { globalThis.givePlace = () => found({ coords: ${JSON.stringify(here)} }); } })`);
  const photograph = async (item: string) => {
    await page.locator(`#item-${item} input[type=file]`).setInputFiles(await picture('#3a7'));
    await page.locator(`#item-${item} figure img`).waitFor();
  };
  const draw = async () => {
    const box = await page.locator('canvas').boundingBox();
    if (!box) throw new Error('there is no box to sign in');
    await page.locator('canvas').scrollIntoViewIfNeeded();
    const at = (await page.locator('canvas').boundingBox()) ?? box;
    await page.mouse.move(at.x + 20, at.y + 20);
    await page.mouse.down();
    await page.mouse.move(at.x + 120, at.y + 60);
    await page.mouse.up();
  };
  const sign = async () => {
    await draw();
    await page.getByRole('button', { name: '确认签名' }).click();
    await page.getByText('已签名').waitFor();
  };
  const queued = (words: string) => page.locator('.list .state').filter({ hasText: words });
  const handIn = () => page.getByRole('button', { name: '完成并上报' }).click();

  it('signs in once and starts again without network, with what is to do', async () => {
    const id = await newInspection();
    await page.goto(`${service.url}/field/`);
    expect(await seriousFindings(page)).to.deep.equal([]);
    await signIn(page, 'inspector');
    await page.getByRole('heading', { name: '富水合作社' }).waitFor();
    await page.evaluate('navigator.serviceWorker.ready');
    expect(await seriousFindings(page)).to.deep.equal([]);
    await device.setOffline(true);
    await killed();
    await open(id);
    await page.getByText('建立并保存农产品生产记录', { exact: false }).waitFor();
    expect(await overflows(page)).to.equal(false);
    expect(await seriousFindings(page)).to.deep.equal([]);
  });

  it('keeps each answer, photograph and signature when it is killed, and asks for what is missing', async () => {
    const [id] = ((await page.evaluate('location.hash')) as string).match(/[0-9a-f]{24}/) ?? [];
    await handIn();
    await page.getByText('项没有回答', { exact: false }).waitFor();
    await answerAll('banned-inputs');
    await photograph('banned-inputs');
    await sign();
    await killed();
    await queued('填写中').waitFor();
    await open(String(id));
    await page.getByText('已签名').waitFor();
    await page.locator('#item-banned-inputs figure img').waitFor();
    expect(await page.locator('input[type=radio]:checked').count()).to.equal(await page.locator('fieldset').count());
    await page.locator('#item-banned-inputs').getByText('位置精度约 12 米').waitFor();
    await handIn();
    await queued('等待网络').waitFor();
    await killed();
    await queued('等待网络').waitFor();
    expect((await onPlatform(String(id))).state).to.equal('planned');
  });

  it('is on the platform exactly once, though the answers to the record and to a file are lost', async () => {
    const submits: string[] = [];
    const losing = new Set(['submit', 'attachments?']);
    await page.route(/\/api\/v1\/(inspections\/.*\/submit|attachments\?)/, async (route) => {
      const url = route.request().url();
      const method = route.request().method();
      if (method === 'POST') submits.push(url);
      const lost = [...losing].find((part) => method === 'POST' && url.includes(part));
      if (!lost) return route.continue();
      losing.delete(lost);
      // Twice at once: a sending again that overtakes the first.
      await Promise.all([route.fetch(), route.fetch()]);
      await route.abort('connectionreset');
    });
    await device.setOffline(false);
    await page.getByRole('button', { name: '立即上报' }).click();
    await eventually(async () => !losing.has('submit'));
    await page.getByRole('button', { name: '立即上报' }).click();
    await eventually(async () => losing.size === 0);
    await killed();
    await queued('平台已收到').waitFor();

    const [id] = submits[0]?.match(/[0-9a-f]{24}/) ?? [];
    const inspection = await onPlatform(String(id));
    expect(inspection).to.include({ state: 'submitted' });
    expect(inspection.conflicts).to.deep.equal([]);
    expect(inspection.findings.map(({ item }) => item)).to.deep.equal(['banned-inputs']);
    expect(submits.filter((url) => url.includes('submit')).length).to.be.greaterThan(1);
    const files = await filesOf(String(id));
    expect(files.map(({ original }) => original?.sha256)).to.have.members(inspection.submission?.photos ?? []);
    expect(files).to.have.length(2);
    const { longitude, latitude, accuracy } = here;
    expect(inspection.submission?.photoDetails?.[0]).to.deep.include({
      item: 'banned-inputs',
      point: { longitude, latitude },
      accuracyMetres: accuracy,
    });
    const left = await page.evaluate(
      `new Promise((resolve) => { const opening = indexedDB.open('agritrace-field'); opening.onsuccess = () => {
        const counting = opening.result.transaction('blobs').objectStore('blobs').count();
        counting.onsuccess = () => resolve(counting.result); }; })`,
    );
    expect(left).to.equal(0);
  });

  it('keeps both stories where a colleague was faster, and says that a person decides', async () => {
    const id = await newInspection();
    await refresh();
    await device.setOffline(true);
    await open(id);
    await answerAll('record-true');
    await handIn();
    await queued('等待网络').waitFor();
    const [task] = (
      await admin.get<{ items: { items: { item: string; producerKinds?: string[] }[] }[] }>('/api/v1/checklists')
    ).body.items;
    const asked = (task?.items ?? []).filter(({ producerKinds }) => producerKinds?.includes('cooperative') ?? true);
    const colleague = await Api.signIn(service.url, 'admin', demoPassword);
    const other = {
      answers: asked.map(({ item }) => ({ item, answer: 'yes' })),
      begunAt: '2026-05-03T08:00:00Z',
      finishedAt: '2026-05-03T09:00:00Z',
    };
    expect((await colleague.post(`/api/v1/inspections/${id}/submit`, other)).status).to.equal(200);
    await device.setOffline(false);
    await killed();
    await queued('有另一份提交').waitFor();
    const inspection = await onPlatform(id);
    expect(inspection.findings).to.deep.equal([]);
    expect(inspection.conflicts.map(({ by }) => by)).to.deep.equal(['inspector']);
  });

  it('draws a sample without network under a number of its own, killed in between, and sends it once', async () => {
    const batchCode = await registerBatch(admin, await registerFarm(admin));
    await device.setOffline(true);
    await page.getByRole('link', { name: '抽样' }).click();
    const number = await page.locator('.number code').innerText();
    await page.getByLabel('批次编号').fill(batchCode);
    await page.getByRole('textbox', { name: '第二名抽样人员' }).fill('李抽样');
    await killed();
    await page.getByRole('link', { name: '继续填写' }).click();
    expect(await page.locator('.number code').innerText()).to.equal(number);
    expect(await page.getByLabel('批次编号').inputValue()).to.equal(batchCode);
    await page.getByRole('combobox', { name: '封条号', exact: true }).fill('F-1001');
    await holdPlace();
    await page.locator('input[type=file]').setInputFiles(await picture('#37a'));
    // Typed while the photograph waits for its place.
    await page.getByRole('combobox', { name: '备样封条号' }).fill('F-1002');
    await page.getByLabel('备样存放处').fill('县站冷库');
    await page.evaluate('givePlace()');
    await page.locator('figure img').waitFor();
    expect(await page.getByLabel('备样存放处').inputValue()).to.equal('县站冷库');
    expect(await seriousFindings(page)).to.deep.equal([]);
    await handIn();
    await queued('等待网络').waitFor();
    let lost = false;
    await page.route('**/api/v1/samples', async (route) => {
      if (lost || route.request().method() !== 'POST') return route.continue();
      lost = true;
      await route.fetch();
      await route.abort('connectionreset');
    });
    await device.setOffline(false);
    await page.getByRole('button', { name: '立即上报' }).click();
    await eventually(async () => lost);
    await killed();
    await page.locator('li.done').filter({ hasText: number }).waitFor();
    const samples = await admin.list<Record<string, unknown>>(`/api/v1/samples?batch=${batchCode}`);
    expect(samples).to.have.length(1);
    expect(samples[0]).to.deep.include({ number, sealNumber: 'F-1001', samplers: ['检查员', '李抽样'] });
    const [again, other] = await Promise.all(
      [{}, { sealNumber: 'F-9999' }].map((changes) =>
        admin.post('/api/v1/samples', {
          number,
          batchCode,
          planKind: 'supervised-check',
          drawnAt: samples[0]?.drawnAt,
          samplers: ['检查员', '李抽样'],
          sealNumber: 'F-1001',
          ...changes,
        }),
      ),
    );
    expect([again?.status, other?.status]).to.deep.equal([201, 409]);
    const files = await admin.list(`/api/v1/attachments?resource=samples&record=${samples[0]?.id}`);
    expect(files).to.have.length(1);
  });

  it('uses the numbers that the office handed out, each once, and gives back the rest', async () => {
    const holder = 'inspector';
    const samples = await admin.create('/api/v1/number-blocks', { kind: 'sample', count: 2, holder, divisionCode });
    const block = { kind: 'seal', first: 'Z-0001', count: 3, holder, divisionCode };
    const seals = await admin.create('/api/v1/number-blocks', block);
    const batchCode = await registerBatch(admin, await registerFarm(admin));
    await refresh();
    await page.getByText('样品编号剩 2 个 · 封条剩 3 个 (Z-0001 …)').waitFor();
    await device.setOffline(true);
    const drawNext = async (seal: string) => {
      await page.getByRole('link', { name: '抽样' }).click();
      await page.getByLabel('批次编号').fill(batchCode);
      await page.getByRole('textbox', { name: '第二名抽样人员' }).fill('李抽样');
      expect(await page.getByRole('combobox', { name: '封条号', exact: true }).inputValue()).to.equal(seal);
      const number = await page.locator('.number code').innerText();
      return number;
    };
    const first = await drawNext('Z-0001');
    expect(first).to.equal((samples.numbers as string[])[0]);
    await handIn();
    await queued('等待网络').waitFor();
    expect(await drawNext('Z-0002')).to.equal((samples.numbers as string[])[1]);
    await page.getByRole('combobox', { name: '封条号', exact: true }).fill('Z-0001');
    await handIn();
    await page.getByText('封条号 Z-0001 已用在本机的另一份样品上').waitFor();
    await page.getByRole('button', { name: '放弃此抽样' }).click();
    await page.getByRole('button', { name: '退回未用的号' }).click();
    await page.getByText('还有 1 项没有上报完', { exact: false }).waitFor();
    await device.setOffline(false);
    await page.locator('li.done').filter({ hasText: first }).waitFor();
    await page.getByRole('button', { name: '退回未用的号' }).click();
    await page.getByRole('heading', { name: '领用的号' }).waitFor({ state: 'detached' });
    const { body } = await admin.get<{ used: { number: string }[]; returned: { numbers: string[] } }>(
      `/api/v1/number-blocks/${seals.id}`,
    );
    expect(body.used.map(({ number }) => number)).to.deep.equal(['Z-0001']);
    expect(body.returned.numbers).to.deep.equal(['Z-0002', 'Z-0003']);
  });

  it('hands in a photograph and a signature that are still being taken in, and their place', async () => {
    const id = await newInspection();
    await refresh();
    await open(id);
    await answerAll('');
    await holdPlace();
    await page.locator('#item-banned-inputs input[type=file]').setInputFiles(await picture('#a73'));
    await handIn();
    await page.getByText('正在存入照片和位置').waitFor();
    await page.evaluate('givePlace()');
    await eventually(async () => (await onPlatform(id)).state === 'submitted');
    const [detail] = (await onPlatform(id)).submission?.photoDetails ?? [];
    expect(detail).to.deep.include({ item: 'banned-inputs', accuracyMetres: here.accuracy });
    await eventually(async () => (await filesOf(id)).length === 1);
  });

  it('hands in no drawn signature that is not kept, and says of a file that it is no picture', async () => {
    const id = await newInspection();
    await refresh();
    await open(id);
    await answerAll('');
    await page
      .locator('#item-banned-inputs input[type=file]')
      .setInputFiles({ name: 'IMG_3.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') });
    await page.getByText('这张照片无法读取').waitFor();
    await draw();
    await handIn();
    await page.getByText('签名还没有确认').waitFor();
    await page.getByRole('button', { name: '确认签名' }).click();
    await handIn();
    await eventually(async () => (await filesOf(id)).length === 1);
    expect((await onPlatform(id)).submission?.photoDetails?.map(({ item }) => item)).to.deep.equal(['signature']);
  });

  it('tells how far its clock is off, and the record too', async () => {
    const id = await newInspection();
    const wrong = await newDevice();
    const other = await wrong.newPage();
    await other.clock.install({ time: Date.now() + 2 * 3_600_000 });
    await other.goto(`${service.url}/field/`);
    await signIn(other, 'inspector');
    await other.getByText('本机时钟比平台快 120 分钟', { exact: false }).waitFor();
    [page, device] = [other, wrong];
    await open(id);
    await answerAll('');
    await handIn();
    await queued('平台已收到').waitFor();
    expect((await onPlatform(id)).submission?.clockAheadSeconds).to.be.within(7_190, 7_210);
  });

  it('shows nothing of one person to another, and lets nobody clear what is not sent', async () => {
    const id = await newInspection();
    await refresh();
    await open(id);
    await page.locator('fieldset').first().getByLabel('符合', { exact: true }).check();
    await page.locator('fieldset').first().getByLabel('说明').fill('台账在');
    await page.getByRole('link', { name: '返回' }).click();
    await queued('填写中').waitFor();
    await killed();
    await page.getByRole('button', { name: '退出并清除本机数据' }).click();
    await page.getByText('还有 1 项没有上报完', { exact: false }).waitFor();
    await page.goto(`${service.url}/field/#/sign-in`);
    await signIn(page, 'colleague');
    await page.getByText('检查员 未上报的记录', { exact: false }).waitFor();
    expect(await page.getByText('富水合作社').count()).to.equal(0);
    await signIn(page, 'inspector');
    await open(id);
    await answerAll('');
    await handIn();
    await queued('平台已收到').first().waitFor();
    await eventually(async () => (await onPlatform(id)).state === 'submitted');
    await queued('等待网络').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '退出并清除本机数据' }).click();
    await page.getByRole('heading', { name: '登录' }).waitFor();
    await signIn(page, 'colleague');
    await page.getByText('没有待做的检查', { exact: false }).waitFor();
    expect(await page.getByText('富水合作社').count()).to.equal(0);
  });

  it('reads codes by hand, with the check digit, where there is no camera; in English too', async () => {
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('link', { name: 'Scan' }).click();
    await page.getByText('The camera cannot be used', { exact: false }).waitFor();
    await page.getByLabel('Type the code').fill('6901234567893');
    await page.getByRole('button', { name: 'Look up' }).click();
    await page.getByText('check digit of the GTIN is wrong', { exact: false }).waitFor();
    expect(await seriousFindings(page)).to.deep.equal([]);
    expect(await overflows(page)).to.equal(false);
  });

  it('asks for a real browser inside WeChat', async () => {
    const wechat = await newDevice({ userAgent: 'Mozilla/5.0 (Linux; Android 14) MicroMessenger/8.0.50' });
    const other = await wechat.newPage();
    await other.goto(`${service.url}/field/`);
    await other.getByRole('heading', { name: '请在系统浏览器中打开' }).waitFor();
    expect(await other.getByLabel('密码').count()).to.equal(0);
    await wechat.close();
  });

  it('breaks no rule of the content policy', () => {
    expect(breaches).to.deep.equal([]);
  });
});
