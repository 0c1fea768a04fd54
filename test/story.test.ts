import { expect } from 'chai';
import { connectAsync, type MqttClient } from 'mqtt';
import type { Browser, Page } from 'playwright-core';
import { Api } from './support/api.ts';
import { desk, openBrowser, phone } from './support/browser.ts';
import {
  type Demonstration,
  demoPassword as password,
  signInToConsole,
  startDemonstration,
} from './support/demonstration.ts';
import { readQrCode } from './support/qr-code.ts';

/** The demonstration as its user sees it: a real broker, real clients, a real browser. */
describe('the story of the demonstration', function () {
  this.timeout(120_000);
  let demo: Demonstration;
  let browser: Browser;
  let console: Page;
  let sensor: MqttClient;
  let city: Api;

  before(async () => {
    demo = await startDemonstration();
    browser = await openBrowser();
    city = await Api.signIn(demo.url, 'city', password);
  });
  after(async () => {
    await sensor?.endAsync();
    await browser?.close();
    await demo?.end();
  });

  it('begins with twelve producers, forty batches and thirty devices at least', async () => {
    const count = async (path: string) => (await city.list(`${path}?limit=500`)).length;
    expect(await count('/api/v1/producers')).to.be.at.least(12);
    expect(await count('/api/v1/batches')).to.be.at.least(40);
    expect(await count('/api/v1/devices')).to.be.at.least(30);
  });

  it('lets the city officer sign in to the console', async () => {
    console = await signInToConsole(browser, demo.url, 'city', desk);
    await console.getByRole('heading', { level: 1, name: '商洛市总览' }).waitFor();
    expect(await console.getByTestId('tile').count()).to.equal(7);
    await console.getByTestId('tile').getByRole('link', { name: '商州区' }).click();
    await console.getByRole('heading', { level: 1, name: '商州区总览' }).waitFor();
    await console.getByRole('navigation').getByRole('link', { name: '预警看板' }).click();
    await console.getByRole('heading', { level: 1, name: '预警' }).waitFor();
  });

  it("shows a cold room's excursion in the open console without a reload", async () => {
    const admin = await Api.signIn(demo.url, 'admin', password);
    const sites = await admin.list<{ id: string }>('/api/v1/sites?kind=cold-room');
    const device = await admin.create('/api/v1/devices', {
      id: 'story-cold-room',
      name: '故事冷库',
      kind: 'sensor',
      siteId: sites[0]?.id,
    });
    await admin.create('/api/v1/warning-rules', {
      name: '故事冷库升温',
      kind: 'threshold',
      level: 'red',
      metric: 'temperature',
      unit: 'Cel',
      comparison: 'above',
      limit: 8,
      clearAt: 7,
      durationSeconds: 60,
      deviceId: 'story-cold-room',
    });
    await console.evaluate('window.stillTheSamePage = true');
    sensor = await connectAsync(`mqtt://127.0.0.1:${demo.mqtt}`, {
      username: 'story-cold-room',
      password: String(device.secret),
    });
    const start = Date.now() - 180_000;
    for (const [minute, value] of [3.8, 9.1, 10.4, 11.2].entries())
      await sensor.publishAsync(
        'agritrace/v1/story-cold-room/readings',
        JSON.stringify({
          metric: 'temperature',
          value,
          unit: 'Cel',
          at: new Date(start + minute * 60_000).toISOString(),
        }),
        { qos: 1 },
      );
    await console.getByTestId('warning-row').filter({ hasText: '故事冷库' }).first().waitFor();
    expect(await console.evaluate('window.stillTheSamePage')).to.equal(true);
  });

  it('holds the batch and its descendants when a sample is above its limit', async () => {
    const sampler = await Api.signIn(demo.url, 'sampler', password);
    const analyst = await Api.signIn(demo.url, 'analyst', password);
    const reviewer = await Api.signIn(demo.url, 'reviewer', password);
    const sample = await sampler.create('/api/v1/samples', { batchCode: 'DEMO-V2', planKind: 'routine-monitoring' });
    const path = `/api/v1/samples/${sample.id}`;
    expect((await analyst.post(`${path}/receive`, {})).status).to.equal(200);
    const result = await analyst.create(`${path}/results`, {
      analyte: '噻虫胺',
      value: '1.4',
      unit: 'mg/kg',
      loq: '0.01',
    });
    expect((result.verdict as { verdict: string }).verdict).to.equal('fail');
    expect((await analyst.post(`${path}/report`, {})).status).to.equal(200);
    expect((await analyst.post(`${path}/verify`, {})).status, 'a second person verifies').to.equal(403);
    expect((await reviewer.post(`${path}/verify`, {})).status).to.equal(200);
    for (const code of ['DEMO-V2', 'DEMO-Q1'])
      expect((await city.get(`/api/v1/batches/${code}`)).body.status, code).to.equal('held');
    expect((await city.get('/api/v1/batches/DEMO-V4')).body.status).to.equal('normal');
  });

  it('shows no pass as settled before a second person has verified it', async () => {
    const page = await console.context().newPage();
    await page.goto(`${demo.url}/console/samples?batch=DEMO-F3`);
    const verdict = page.getByTestId('sample-row').getByTestId('verdict');
    expect(await verdict.textContent()).to.include('初检合格，待审核');
    await page.close();
  });

  it("opens the page that shows the failure from the batch's printed QR code", async () => {
    const response = await fetch(`${demo.url}/api/v1/batches/DEMO-V2/qr.png`, {
      headers: { authorization: `Bearer ${city.token}` },
    });
    const scanned = readQrCode(Buffer.from(await response.arrayBuffer()));
    expect(scanned).to.equal('http://agritrace.invalid/q/DEMO-V2');
    const context = await browser.newContext({ viewport: phone, locale: 'zh-CN', javaScriptEnabled: false });
    const page = await context.newPage();
    const answer = await page.goto(demo.url + new URL(scanned).pathname);
    expect(answer?.status()).to.equal(200);
    const text = await page.locator('body').textContent();
    expect(text).to.include('噻虫胺').and.include('1.4');
    await context.close();
  });

  it('ends when the officer resolves the warning in the console', async () => {
    const row = console.getByTestId('warning-row').filter({ hasText: '故事冷库' }).first();
    await row.getByRole('button', { name: '确认' }).click();
    await row.getByRole('button', { name: '办结' }).click();
    const dialog = console.getByRole('dialog');
    await dialog.getByRole('textbox').fill('已关好库门，温度恢复');
    await dialog.getByRole('button', { name: /确\s*定|办\s*结|提\s*交/ }).click();
    await dialog.waitFor({ state: 'hidden' });
    const resolved = await city.list('/api/v1/warnings?state=resolved&device=story-cold-room');
    expect(resolved.length).to.equal(1);
  });
});
