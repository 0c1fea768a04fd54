import { expect } from 'chai';
import { pino } from 'pino';
import type { Browser } from 'playwright-core';
import { type Database, openDatabase, reachDatabase } from '../server/database/connection.ts';
import { type TemporaryDatabase, temporaryDatabase } from '../server/database/testing-support/temporary-database.ts';
import type { Api } from './support/api.ts';
import { openBrowser, overflows, phone, seriousFindings, watchPolicy } from './support/browser.ts';
import { registerBatch, registerFarm } from './support/farm.ts';
import { startTestPlatform, type TestPlatform } from './support/platform.ts';

describe('a test report on the consumer’s page', function () {
  this.timeout(120_000);
  let at: TestPlatform;
  let api: Api;
  let place: TemporaryDatabase;
  let database: Database;
  let browser: Browser;
  let batch: string;
  let sampleNumber: string;

  before(async () => {
    place = await temporaryDatabase();
    const { dataDirectory, mongodbUri } = place;
    at = await startTestPlatform(undefined, { dataDirectory, ...(mongodbUri && { mongodbUri }) });
    const { uri } = await reachDatabase({ uri: mongodbUri, dataDirectory });
    database = await openDatabase({ uri, dataDirectory, log: pino({ level: 'silent' }) });
    browser = await openBrowser();
    api = at.admin;
    batch = await registerBatch(api, await registerFarm(api));
    const analyst = await at.signInAs('analyst-1', ['analyst']);
    const sample = await api.create('/api/v1/samples', { batchCode: batch, planKind: 'supervised-check' });
    sampleNumber = String(sample.number);
    await analyst.post(`/api/v1/samples/${sample.id}/receive`, {});
    await analyst.create(`/api/v1/samples/${sample.id}/results`, { analyte: '毒死蜱', value: '0.017', unit: 'mg/kg' });
    await at.platform.services.audit.flush();
  });
  after(async () => {
    await browser?.close();
    await database?.close();
    await at?.stop();
    await place.remove();
  });

  const look = async (
    language: 'zh' | 'en',
    options: { javaScriptEnabled?: boolean; script?: string; accessible?: boolean } = {},
  ) => {
    const context = await browser.newContext({ viewport: phone, javaScriptEnabled: options.javaScriptEnabled ?? true });
    const breaches = options.javaScriptEnabled === false ? [] : await watchPolicy(context);
    if (options.script) await context.addInitScript(options.script);
    const page = await context.newPage();
    await page.goto(`${at.url}/q/${batch}?lang=${language}`);
    if (options.javaScriptEnabled !== false)
      await page.locator('#proof-result[data-done=yes]').waitFor({ state: 'attached' });
    const items = page.locator('#proof-result p');
    const said = { states: [] as string[], texts: [] as string[] };
    for (const item of await items.all()) {
      said.states.push(String(await item.getAttribute('class')));
      said.texts.push(await item.innerText());
    }
    const text = await page.locator('main').innerText();
    const findings = options.accessible ? await seriousFindings(page) : [];
    await context.close();
    expect(breaches).to.deep.equal([]);
    expect(findings).to.deep.equal([]);
    return { ...said, text };
  };

  /** Changes the stored sample as whoever holds the database could, for the time of `work`. */
  const altered = async (update: object, work: () => Promise<void>) => {
    const rows = database.connection.collection('samples');
    const original = await rows.findOneAndUpdate({ number: sampleNumber }, update);
    try {
      await work();
    } finally {
      await rows.replaceOne({ _id: original?._id }, original ?? {});
    }
  };

  it('is held against the audit log in the browser, and said to agree', async () => {
    const zh = await look('zh', { accessible: true });
    expect(zh.states).to.deep.equal(['proof-ok', 'proof-ok']);
    expect(zh.texts[0]).to.match(new RegExp(`样品 ${sampleNumber}：本页内容与审计日志第 \\d+ 条一致`));
    expect(zh.texts[1]).to.match(/签名（Ed25519）有效，密钥 [0-9a-f]{8}/);
    const en = await look('en');
    expect(en.texts[0]).to.include('is what entry');
  });

  it('that was altered in the database is said to be, in both languages', async () => {
    await altered({ $set: { 'results.0.value': '0.007' } }, async () => {
      const zh = await look('zh', { accessible: true });
      expect(zh.text).to.include('0.007');
      expect(zh.states[0]).to.equal('proof-bad');
      expect(zh.texts[0]).to.include('与审计日志不一致').and.include('12316');
      expect((await look('en')).texts[0]).to.include('NOT what the audit log says');
    });
    await altered({ $set: { verdict: 'pass', state: 'published' } }, async () => {
      expect((await look('zh')).states[0]).to.equal('proof-bad');
    });
    expect((await look('zh')).states[0]).to.equal('proof-ok');
  });

  it('is said to be checked without the signature where the browser knows no Ed25519, and not at all without WebCrypto', async () => {
    const without = await look('zh', {
      script: `const importKey = crypto.subtle.importKey.bind(crypto.subtle);
        crypto.subtle.importKey = (format, key, how, ...rest) => how.name === 'Ed25519' ? Promise.reject(new Error('NotSupportedError')) : importKey(format, key, how, ...rest);`,
    });
    expect(without.states).to.deep.equal(['proof-ok', 'proof-open']);
    expect(without.texts[1]).to.include('没有核验检查点的签名');
    const nothing = await look('zh', { script: `Object.defineProperty(crypto, 'subtle', { value: undefined });` });
    expect(nothing.states).to.deep.equal(['proof-open']);
    expect(nothing.texts[0]).to.include('本机没有核验');
  });

  it('stands there whole without scripts, with a word that nothing was checked', async () => {
    const { text } = await look('zh', { javaScriptEnabled: false });
    expect(text).to.include(sampleNumber).and.include('0.017').and.include('没有运行脚本');
  });

  it('gives nobody more than the page does', async () => {
    const proofs = await (await fetch(`${at.url}/q/${batch}/proofs`)).text();
    expect(proofs).to.include(sampleNumber).and.not.include('analyst-1');
    const [{ leaf }] = JSON.parse(proofs).proofs;
    expect(Object.keys(JSON.parse(leaf)).sort()).to.deep.equal([
      'action',
      'at',
      'detailsDigest',
      'divisionCode',
      'id',
      'publicDigest',
      'recordDigest',
      'recordId',
      'resource',
      'version',
    ]);
  });

  it('answers on the first screen of a small phone, in both languages and with doubled letters', async () => {
    for (const language of ['zh', 'en'])
      for (const [letters, seen] of [
        ['100%', '.verdict .basis'],
        ['200%', '.verdict h2'],
      ] as const) {
        const page = await browser.newPage({ viewport: { width: 390, height: 700 } });
        await page.goto(`${at.url}/q/${batch}?lang=${language}`);
        await page.evaluate(`document.documentElement.style.fontSize = '${letters}'`);
        const box = await page.locator(seen).boundingBox();
        expect((box?.y ?? 0) + (box?.height ?? Number.NaN), `${language} ${letters}`).to.be.within(1, 700);
        expect(await overflows(page)).to.equal(false);
        await page.close();
      }
  });
});
