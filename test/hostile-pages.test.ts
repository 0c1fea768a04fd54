import { expect } from 'chai';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { temporaryDatabase } from '../server/database/testing-support/temporary-database.ts';
import { Api } from './support/api.ts';
import { desk, openBrowser, phone, watchPolicy } from './support/browser.ts';
import { demoPassword, signInToConsole } from './support/demonstration.ts';
import { mosquittoPublish } from './support/mosquitto.ts';
import { type ServiceProcess, startService } from './support/service-process.ts';

/** Each would set `window.ran` if anything took it for markup, for a script or for an address. */
const texts = {
  producer: '"\'><img src=x onerror=window.ran=1>合作社',
  site: '</td><script>window.ran=1</script>冷库',
  product: '<svg/onload=window.ran=1>芹菜',
  device: '<img src=x onerror=window.ran=1>一号',
  place: 'javascript:window.ran=1',
  hold: '</script><script>window.ran=1</script>送检',
  rule: '{{constructor.constructor("window.ran=1")()}}<b>规则',
  note: '<iframe srcdoc="<script>parent.ran=1</script>">已到现场',
  person: '<a href="javascript:window.ran=1">张三</a>',
  payload: '<object data=x onerror=window.ran=1>23.5',
};

/** What only a text taken for markup could have put there. */
const foreign = 'img[src="x"], [onload], [onerror], iframe, object, a[href^="javascript:"], script:not([src])';

describe('hostile texts in records', function () {
  this.timeout(240_000);
  let database: Awaited<ReturnType<typeof temporaryDatabase>>;
  let service: ServiceProcess;
  let browser: Browser;
  let batch: string;
  const ids: Record<string, string> = {};

  before(async () => {
    database = await temporaryDatabase();
    service = await startService({ ...database.environment, ADMIN_PASSWORD: demoPassword });
    browser = await openBrowser();
    await store(await Api.signIn(service.url, 'admin', demoPassword));
  });
  after(async () => {
    await browser?.close();
    await service?.stop();
    await database?.remove();
  });

  const store = async (api: Api) => {
    const create = async (resource: string, body: object) => {
      const made = await api.create(`/api/v1/${resource}`, body);
      ids[resource] = String(made.id);
      return made;
    };
    await create('producers', { name: texts.producer, kind: 'cooperative', divisionCode: '611002104' });
    await create('sites', { producerId: ids.producers, name: texts.site, kind: 'cold-room' });
    await create('products', { name: texts.product, categoryCode: 'celery' });
    const { secret } = await create('devices', {
      id: 'probe-1',
      name: texts.device,
      kind: 'sensor',
      siteId: ids.sites,
    });
    const made = { productId: ids.products, producerId: ids.producers, siteId: ids.sites };
    batch = String((await create('batches', { ...made, quantity: { value: 9, unit: 'kg' } })).code);
    await create('samples', { batchCode: batch, planKind: 'supervised-check', place: texts.place });
    await api.post(`/api/v1/samples/${ids.samples}/receive`, {});
    const failing = { analyte: '噻虫胺', value: '0.2', unit: 'mg/kg', loq: '0.01' };
    await api.create(`/api/v1/samples/${ids.samples}/results`, failing);
    await create('warning-rules', { name: texts.rule, kind: 'silence', level: 'yellow', silentSeconds: 3600 });
    await create('users', { username: 'guest', displayName: texts.person, roles: ['sampler'], divisionCode: '611002' });
    const [warning] = await api.list<{ id: string }>('/api/v1/warnings');
    ids.warnings = String(warning?.id);
    const noted = await api.post(`/api/v1/warnings/${ids.warnings}/acknowledge`, { note: texts.note });
    expect(noted.status).to.equal(200);
    const other = String((await create('batches', { ...made, quantity: { value: 9, unit: 'kg' } })).code);
    expect((await api.post(`/api/v1/batches/${other}/hold`, { reason: texts.hold })).status).to.equal(200);
    ids.held = other;
    await mosquittoPublish({
      port: service.mqtt,
      username: 'probe-1',
      password: String(secret),
      topic: 'agritrace/v1/probe-1/readings',
      message: texts.payload,
    });
  };

  /** Notes whatever a page does that text cannot do. */
  const watch = async (context: BrowserContext): Promise<string[]> => {
    const done = await watchPolicy(context);
    context.on('dialog', (dialog) => {
      done.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    return done;
  };

  const expectHarmless = async (page: Page, shown: readonly string[]) => {
    for (const text of shown) await page.getByText(text).first().waitFor({ state: 'attached', timeout: 60_000 });
    expect(await page.locator(foreign).count(), page.url()).to.equal(0);
    expect(await page.evaluate('window.ran'), page.url()).to.equal(undefined);
  };

  const expectText = async (page: Page, path: string, shown: readonly string[]) => {
    await page.goto(service.url + path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expectHarmless(page, shown);
  };

  it('on the pages of the consumer are shown as text, and none of it runs', async () => {
    const context = await browser.newContext({ viewport: phone });
    const done = await watch(context);
    const page = await context.newPage();
    for (const language of ['zh', 'en']) {
      await expectText(page, `/q/${batch}?lang=${language}`, [texts.producer, texts.product]);
      await expectText(page, `/q/${ids.held}?lang=${language}`, [texts.product]);
      await expectText(page, `/q/${encodeURIComponent(texts.payload)}?lang=${language}`, [texts.payload]);
    }
    expect(done).to.deep.equal([]);
    await context.close();
  });

  it('on the pages of the console are shown as text, and none of it runs', async () => {
    const page = await signInToConsole(browser, service.url, 'admin', desk);
    const done = await watch(page.context());
    const pages: Record<string, string[]> = {
      producers: [texts.producer],
      [`producers/${ids.producers}`]: [texts.producer],
      devices: [texts.device],
      'devices/probe-1': [texts.device, texts.site],
      batches: [texts.product, texts.producer],
      [`batches/${batch}`]: [texts.product],
      [`batches/${ids.held}`]: [texts.hold],
      samples: [texts.product],
      [`samples/${ids.samples}`]: [texts.place],
      'warnings/rules': [texts.rule],
      [`warnings?show=${ids.warnings}`]: [texts.note],
      users: [texts.person],
      [`users/${ids.users}`]: [texts.person],
      'security-events': [],
    };
    for (const [path, shown] of Object.entries(pages)) {
      await expectText(page, `/console/${path}`, shown);
      if (path !== 'devices/probe-1') continue;
      await page.getByRole('tab', { name: '未接收的消息' }).click();
      await expectHarmless(page, [texts.payload]);
    }
    expect(done).to.deep.equal([]);
  });
});
