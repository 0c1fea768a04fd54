import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import mongoose from 'mongoose';
import mqtt from 'mqtt';
import { pino } from 'pino';
import { type TemporaryDatabase, temporaryDatabase } from '../../server/database/testing-support/temporary-database.ts';
import { createEventBus } from '../../server/events.ts';
import { personalPaths } from '../../server/privacy/marking.ts';
import { createServices } from '../../server/services.ts';
import { ask, isClosed, operationsOf } from '../permissions/operations.ts';
import { aClue, aFinding, aRecordOfInspection, aWebhook, furnish, type Place } from '../permissions/places.ts';
import { Api } from '../support/api.ts';
import { registerBatch, transform } from '../support/farm.ts';
import { startTestPlatform, type TestPlatform } from '../support/platform.ts';
import { told } from './forms.ts';

const smallholder = { name: '欧阳守田', kind: 'smallholder', contactName: '慕容小满', phone: '13987654321' };
const cooperative = { name: '透明度合作社', kind: 'cooperative', contactName: '司徒大寒', phone: '15512345678' };
const divisionCode = '611002104';
const robot = { key: 'robotkey4711', secret: 'SECseeded4711' };
const signatureToken = 'token seeded 4711';
const dest = 'https://192.0.2.1:9/events?key=destseeded4711';
const hookKey = 'hookkey4711';
const complainant = { complainantName: '令狐秋分', complainantPhone: '17733334444' };
const savedView = { name: '查公孙芒种', query: 'name=公孙芒种' };
const party = {
  name: '东方白露',
  representative: '皇甫惊蛰',
  idNumber: '612501198001011234',
  phone: '18622223333',
  address: '某村霜降巷七号',
};
const secrets = [
  smallholder.name,
  ...[smallholder, cooperative].flatMap((each) => [each.contactName, each.phone]),
  ...Object.values(robot),
  signatureToken,
  'destseeded4711',
  hookKey,
  ...Object.values(complainant),
  ...Object.values(party),
  ...Object.values(savedView),
];

/** One platform with seeded people: what leaves it, by any door, and what lies in its files. */
describe('personal data', function () {
  this.timeout(240_000);
  let database: TemporaryDatabase;
  let test: TestPlatform;
  let place: Place;
  let batch: string;
  let smallholderId: string;
  let stopped = false;

  before(async () => {
    database = await temporaryDatabase();
    test = await startTestPlatform(undefined, {
      dataDirectory: database.dataDirectory,
      outboundAllowed: ['192.0.2.1'],
    });
    place = await furnish(test, test.admin, 'home');
    smallholderId = String((await test.admin.create('/api/v1/producers', { ...smallholder, divisionCode })).id);
    const other = await test.admin.create('/api/v1/producers', { ...cooperative, divisionCode });
    const { id } = await test.admin.create('/api/v1/warning-channels', {
      ...{ name: '值班群', kind: 'dingtalk', divisionCode, secret: robot.secret },
      address: `https://192.0.2.1:9/robot?access_token=${robot.key}`,
    });
    expect((await test.admin.post(`/api/v1/warning-channels/${id}/test`, {})).status).to.equal(200);
    const { secret } = await test.admin.create('/api/v1/webhooks', { ...aWebhook, divisionCode });
    secrets.push(String(secret));
    const batchOf = async (producerId: string) => {
      const site = await test.admin.create('/api/v1/sites', { producerId, name: '地块', kind: 'plot' });
      return registerBatch(test.admin, { producerId, siteId: String(site.id), productId: place.productId });
    };
    batch = await batchOf(smallholderId);
    const made = await batchOf(String(other.id));
    expect((await transform(test.admin, [batch], [made])).status).to.equal(201);
    expect((await test.admin.post(`/api/v1/batches/${batch}/hold`, { reason: '例行检查' })).status).to.equal(200);
    batch = made;
    await test.admin.create('/api/v1/public/complaints', {
      kind: 'report',
      text: '举报',
      batchCode: made,
      ...complainant,
    });
    const opened = await test.admin.create('/api/v1/cases', { ...aClue, divisionCode });
    const step = async (verb: string, body: object) =>
      expect((await test.admin.post(`/api/v1/cases/${opened.id}/${verb}`, body)).status, verb).to.equal(200);
    await step('name-party', { ...party, kind: 'smallholder', legalForm: 'natural-person' });
    await step('verify', { officers: ['admin', `clerk-${place.divisionCode}`], ...aFinding });
    const paper = { ...aRecordOfInspection, caseId: opened.id };
    await test.admin.create('/api/v1/case-documents', {
      ...paper,
      fields: { ...paper.fields, present: party.name, content: `${party.name}在场` },
    });
    await test.admin.create('/api/v1/saved-views', { path: '/producers', ...savedView });
    const { name, kind, contactName, phone } = smallholder;
    const imported = await fetch(`${test.url}/api/v1/register-imports?register=producers`, {
      method: 'POST',
      headers: { authorization: `Bearer ${test.admin.token}`, 'content-type': 'text/csv' },
      body: `id,name,kind,division,contact,phone\n${[smallholderId, name, kind, divisionCode, contactName, phone].join()}`,
    });
    expect(imported.status, 'a table that waits until somebody stores it').to.equal(201);
    await test.admin.create('/epcis/v2/queries', { name: 'seeded', query: { EQ_bizStep: ['shipping'] } });
    const subscription = { dest, stream: true, signatureToken };
    await test.admin.create('/epcis/v2/queries/seeded/subscriptions', subscription);
  });
  after(async () => {
    if (!stopped) await test.stop();
    await database.remove();
  });

  const look = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(test.url + path, { headers, redirect: 'manual' });
    return { status: response.status, text: await response.text(), told: [...response.headers].join('\n') };
  };

  const asAdmin = () => ({ authorization: `Bearer ${test.admin.token}` });

  it('are seeded here in every field that is marked as personal', () => {
    const connection = mongoose.createConnection();
    const context = { connection, bus: createEventBus(), clock: () => new Date(), log: pino({ level: 'silent' }) };
    createServices(context, { traceUrl: (code) => code, dataDirectory: '' });
    const marked = Object.values(connection.models).flatMap((model) =>
      personalPaths(model.schema).map(({ path }) => `${model.collection.name}.${path}`),
    );
    expect(marked.sort()).to.deep.equal([
      'caseDocuments.content',
      'cases.party.address',
      'cases.party.idNumber',
      'cases.party.name',
      'cases.party.phone',
      'cases.party.representative',
      'complaints.complainantName',
      'complaints.complainantPhone',
      'event_subscriptions.dest',
      'event_subscriptions.signatureToken',
      'producers.contactName',
      'producers.name',
      'producers.phone',
      'register-import-parts.content',
      'saved-views.name',
      'saved-views.query',
      'users.secondFactorSecret',
      'warning-channels.address',
      'warning-channels.secret',
      'webhooks.address',
      'webhooks.secret',
    ]);
  });

  it('stand on no public page, nor on any page that those lead to, in either language', async () => {
    const waiting = [
      '/',
      `/q/${batch}`,
      '/q/NO-SUCH-BATCH',
      '/log',
      '/public/open-data',
      '/public/open-data/licences',
      '/public/open-data/penalties',
      '/public/services',
      `/public/search?q=${encodeURIComponent('透明度')}`,
      `/public/search?q=${encodeURIComponent(smallholder.name.slice(0, 2))}`,
      '/public/certificates.atom',
      ...['', '/test-results', '/certificates', '/producers'].map((path) => `/api/v1/public/open-data${path}`),
      '/robots.txt',
      '/sitemap.xml',
      '/metrics',
      '/readyz',
    ];
    const seen = new Set<string>();
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      if (seen.has(path)) continue;
      seen.add(path);
      const page = await look(path);
      expect(told(page.text + page.told, secrets), path).to.deep.equal([]);
      const isPage = page.told.includes('text/html');
      if (isPage && !path.includes('lang=')) waiting.push(`${path}${path.includes('?') ? '&' : '?'}lang=en`);
      const links = isPage ? [...page.text.matchAll(/(?:href|src|action)="(\/[^"#]*)"/g)] : [];
      waiting.push(...links.map(([, link = '']) => link.replaceAll('&amp;', '&')));
    }
    expect(seen).to.include(`/q/${batch}?lang=en`).and.include('/api/v1/public/open-data/producers/download?form=csv');
    const search = await look(`/public/search?q=${encodeURIComponent('透明度')}`);
    expect(search.text, 'the cooperative is found').to.include(cooperative.name);
    const json = await look(`/q/${batch}`, { accept: 'application/json' });
    expect(JSON.parse(json.text)).to.have.property('code', batch);
    expect(json.text, 'the cooperative is public, or nothing would be looked at').to.include(cooperative.name);
    expect(told(json.text, secrets)).to.deep.equal([]);
  });

  it('stand in no answer to anybody who is not signed in, errors included', async () => {
    const nobody = new Api(test.url, '');
    for (const operation of await operationsOf(test.admin)) {
      const { text } = await ask(test.url, nobody, operation, place);
      expect(told(text, secrets), operation.name).to.deep.equal([]);
    }
  });

  it('are masked in every list and record that is read with all rights, the audit log included', async () => {
    const reading = (await operationsOf(test.admin)).filter((each) => isClosed(each) && each.method === 'get');
    for (const operation of reading) {
      const { text } = await ask(test.url, test.admin, operation, place);
      expect(told(text, secrets), operation.name).to.deep.equal([]);
      if (operation.path.includes('{') || operation.parameters.some(({ required }) => required)) continue;
      if (operation.path.endsWith('/stream')) continue;
      expect(told((await look(`${operation.path}?limit=500`, asAdmin())).text, secrets), operation.name).to.deep.equal(
        [],
      );
    }
    for (const path of [
      `producers/${smallholderId}`,
      `batches/${batch}`,
      `batches/${batch}/trace`,
      'audit-log?resource=producers',
    ])
      expect(told((await look(`/api/v1/${path}`, asAdmin())).text, secrets), path).to.deep.equal([]);
    const found = await test.admin.list(`/api/v1/producers?name=${encodeURIComponent(smallholder.name)}`);
    expect(found).to.have.length(1);
    expect(JSON.stringify(found)).to.include('欧***');
    expect(told(JSON.stringify(found), secrets)).to.deep.equal([]);
  });
  it('are not repeated in the problem that a wrong request gets', async () => {
    const wrong = await test.admin.post('/api/v1/producers', {
      ...smallholder,
      divisionCode,
      unknown: smallholder.phone,
    });
    expect(wrong.status).to.equal(400);
    expect(told(JSON.stringify(wrong.body), secrets)).to.deep.equal([]);
  });

  it('are told to no subscriber of warnings', async () => {
    const client = await mqtt.connectAsync(`mqtt://127.0.0.1:${test.platform.mqtt}`, {
      username: 'user:admin',
      password: test.admin.token,
      reconnectPeriod: 0,
    });
    const heard: string[] = [];
    const first = new Promise<void>((resolve) => {
      client.on('message', (topic, payload) => {
        heard.push(topic + payload.toString());
        if (topic.includes('warnings')) resolve();
      });
    });
    await client.subscribeAsync('agritrace/v1/warnings/611000', { qos: 1 });
    const sample = await test.admin.create('/api/v1/samples', { batchCode: batch, planKind: 'self-check' });
    const result = { analyte: '噻虫胺', value: '0.2', unit: 'mg/kg', loq: '0.01' };
    await test.admin.create(`/api/v1/samples/${sample.id}/results`, result);
    await first;
    await client.endAsync();
    expect(told(heard.join('\n'), secrets)).to.deep.equal([]);
  });

  it('are shown in the clear by a right and a reason alone, and the log tells who, which fields and why', async () => {
    const path = `/api/v1/producers/${smallholderId}/reveal`;
    expect((await test.admin.post(path, {})).status).to.equal(400);
    const auditor = await test.signInAs('looking-auditor', ['auditor']);
    expect((await auditor.post(path, { reason: '核实召回联系人' })).status).to.equal(403);
    const officer = await test.signInAs('asking-officer', ['officer']);
    const { body } = await officer.post(path, { reason: '核实召回联系人' });
    expect(body).to.include({ name: smallholder.name, contactName: smallholder.contactName, phone: smallholder.phone });
    const [entry] = await auditor.list(`/api/v1/audit-log?resource=producers&record=${smallholderId}`);
    expect(entry).to.deep.include({ action: 'reveal', reason: '核实召回联系人' });
    expect(JSON.stringify(entry)).to.include('asking-officer').and.include('phone');
    expect(told(JSON.stringify(entry), secrets)).to.deep.equal([]);
  });

  it('lie in no file of the platform in the clear', async () => {
    await test.stop();
    stopped = true;
    const files = readdirSync(database.dataDirectory, { recursive: true, encoding: 'utf8' })
      .map((name) => join(database.dataDirectory, name))
      .filter((file) => statSync(file).isFile());
    for (const file of files) expect(told(readFileSync(file), secrets), file).to.deep.equal([]);
    if (database.mongodbUri) return;
    const readable = files.filter((file) => told(readFileSync(file), [cooperative.name]).length > 0);
    expect(readable, 'what is not personal would be found').to.have.length.above(0);
  });
});
