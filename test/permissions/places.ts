import sharp from 'sharp';
import { system } from '../../server/database/change-log/actor.ts';
import { inTransaction } from '../../server/database/transaction.ts';
import type { Caller } from '../../server/identity/index.ts';
import { Api } from '../support/api.ts';
import { anEvent, documentOf, EpcisClient } from '../support/epcis.ts';
import { type Farm, registerBatch, registerFarm } from '../support/farm.ts';
import { password, type TestPlatform } from '../support/platform.ts';

/** Where the records of the matrix lie, as seen by its callers: all of them act in the county 611002. */
export const places = {
  /** A town of the county; its producer is the producer accounts' own, its laboratory the analysts' own. */
  home: { divisionCode: '611002104', laboratory: '商州检测站', inside: true, above: false },
  /** Another town of the county: of another producer, and for another laboratory. */
  nextDoor: { divisionCode: '611002105', laboratory: '另一检测站', inside: true, above: false },
  /** The city, of which the county is a part. */
  above: { divisionCode: '611000', laboratory: '商州检测站', inside: false, above: true },
  /** A town of another county. */
  elsewhere: { divisionCode: '611021102', laboratory: '商州检测站', inside: false, above: false },
} as const;

export type PlaceName = keyof typeof places;

export const ownCounty = '611002';
export const ownLaboratory = places.home.laboratory;

/** One record of each kind in one place. */
export interface Place {
  name: PlaceName;
  divisionCode: string;
  laboratory: string;
  productId: string;
  siteId: string;
  /** Of the nonconforming work. */
  doubtedResultId: string;
  /** The records by resource, named as its routes and lists name them. */
  records: Record<string, string>;
}

const measuredAt = new Date('2026-01-20T08:00:00Z');

/** Fills a place through the interface itself, and by what devices send. */
export async function furnish(test: TestPlatform, admin: Api, name: PlaceName): Promise<Place> {
  const { divisionCode, laboratory } = places[name];
  const farm = await registerFarm(admin, divisionCode);
  const batchCode = await registerBatch(admin, farm);
  const device = { id: `sensor-${divisionCode}`, name: `设备 ${divisionCode}`, kind: 'sensor', siteId: farm.siteId };
  await admin.create('/api/v1/devices', device);
  const harvest = { step: 'harvest', at: measuredAt.toISOString(), batchCode, siteId: farm.siteId };
  const event = await admin.create('/api/v1/events', { ...harvest, note: `备注 ${divisionCode}` });
  const sample = await admin.create('/api/v1/samples', { batchCode, planKind: 'self-check', laboratory });
  const rule = await admin.create('/api/v1/warning-rules', { ...aRule, name: `规则 ${divisionCode}`, divisionCode });
  const channel = await admin.create('/api/v1/warning-channels', { ...aChannel, divisionCode });
  const { body: delivery } = await admin.post(`/api/v1/warning-channels/${channel.id}/test`, {});
  const webhook = await admin.create('/api/v1/webhooks', { ...aWebhook, divisionCode });
  const { body: webhookDelivery } = await admin.post(`/api/v1/webhooks/${webhook.id}/test`, {});
  const registerImport = await importedFrom(test.url, admin, divisionCode);
  const newest = async (path: string) => String((await admin.list<{ id: string }>(path))[0]?.id);
  await sendFromDevice(test, device.id, batchCode);
  const report = await publish(test, admin, String(sample.id), divisionCode);
  const { testing } = test.platform.services;
  const check = await testing.startVerdictCheck(clerkOf(divisionCode));
  const grant = (username: string) =>
    testing.grantAuthorization(clerkOf(divisionCode), { ...anAuthorization, username, laboratory, divisionCode });
  // From its first authorization on the laboratory is held to them: those who enter results get theirs.
  for (const username of ['administrator-here', 'analyst-here', 'starter']) await grant(username);
  const block = await admin.create('/api/v1/number-blocks', {
    kind: 'sample',
    count: 2,
    holder: 'clerk',
    divisionCode,
  });
  const owner = { laboratory, divisionCode };
  const starter = { ...clerkOf(divisionCode), username: 'starter' };
  const criterion = await testing.setControlCriterion(starter, {
    ...{ kind: 'duplicate', method: aMethod, differenceAtMost: '20', source: '方法', ...owner },
  });
  const run = await testing.startTestRun(starter, { name: `批 ${divisionCode}`, method: aMethod, ...owner });
  const control = await testing.enterControl(starter, run.id, {
    ...{ kind: 'duplicate', analyte: '吡虫啉', value: '0.1', second: '0.1', unit: 'mg/kg' },
  });
  const doubted = await admin.create('/api/v1/samples', { batchCode, planKind: 'self-check', laboratory });
  const finding = { analyte: '吡虫啉', value: '0.01', unit: 'mg/kg', method: aMethod };
  const { id: doubtedResultId } = await testing.addResult(starter, String(doubted.id), finding);
  const failing = await testing.startTestRun(starter, { name: `失控批 ${divisionCode}`, method: aMethod, ...owner });
  await testing.enterControl(starter, failing.id, {
    ...{ kind: 'duplicate', analyte: '吡虫啉', value: '0.1', second: '0.9', unit: 'mg/kg' },
  });
  const authorization = await grant('somebody-else');
  const registered = await testing.registerLaboratory(clerkOf(divisionCode), { ...owner, address: '城关街道 1 号' });
  const objection = await testing.raiseObjection(clerkOf(divisionCode), {
    rapidTestId: await newest(`/api/v1/rapid-tests?device=${device.id}`),
    resultReceivedAt: new Date(Date.now() - 3_600_000).toISOString(),
    addressedTo: 'sampling-department',
    reason: '异议',
  });
  await testing.acceptObjection(clerkOf(divisionCode), objection.id);
  await testing.appointRetest(clerkOf(divisionCode), objection.id, { laboratory, method: 'GB 23200.121-2021' });
  const application = await admin.create('/api/v1/certification-applications', {
    ...{ scheme: 'green-food', producerId: farm.producerId, productId: farm.productId },
  });
  const organic = { scheme: 'organic', externalNumber: `OP-${divisionCode}`, issuer: '认证机构' };
  const certificate = await admin.create('/api/v1/certificates', {
    ...{ ...organic, producerId: farm.producerId, productId: farm.productId },
    ...{ validFrom: '2026-01-01', validTo: '2026-12-31' },
  });
  await admin.post(`/api/v1/certificates/${certificate.id}/propose-suspension`, { reason: '演练' });
  const promise = { batchCode, bases: ['quality-control'], quantity: { value: 1, unit: 'kg' } };
  const conformity = await admin.create('/api/v1/conformity-certificates', promise);
  const clerk = { username: `clerk-${divisionCode}`, displayName: '文员', password, roles: ['auditor'], divisionCode };
  const user = await admin.create('/api/v1/users', clerk);
  const warning = await warn(admin, farm);
  const task = await admin.create('/api/v1/warning-tasks', { ...aTask, warningId: warning });
  const complaint = await admin.create('/api/v1/complaints', { ...aComplaint, divisionCode });
  const inspection = await admin.create('/api/v1/inspections', { producerId: farm.producerId, kind: 'routine' });
  const plan = await admin.create('/api/v1/inspection-plans', { ...aPlan, divisionCode });
  // The city's would draw a producer of another place, whose inspection names the plan.
  if (name !== 'above') await admin.post(`/api/v1/inspection-plans/${plan.id}/draw`, {});
  const enforced = await enforcedIn(admin, divisionCode, clerk.username);
  const silence = await admin.create('/api/v1/warning-silences', { ...aSilence, divisionCode });
  const { body: dryRun } = await admin.post('/api/v1/warning-dry-runs', dryRunIn(divisionCode));
  const assessment = await admin.create('/api/v1/assessments', { producerId: farm.producerId });
  const handOver = await admin.create('/api/v1/hand-overs', { division: divisionCode });
  await Api.signIn(test.url, clerk.username, password);
  return {
    name,
    divisionCode,
    laboratory,
    productId: farm.productId,
    siteId: farm.siteId,
    doubtedResultId,
    records: {
      producers: farm.producerId,
      sites: farm.siteId,
      devices: device.id,
      batches: batchCode,
      events: String(event.id),
      samples: String(sample.id),
      ...(await recallFrom(admin, batchCode)),
      ...(await sentBy(await producerClient(test.url, admin, divisionCode, farm.producerId), divisionCode)),
      'rapid-tests': await newest(`/api/v1/rapid-tests?device=${device.id}`),
      'test-reports': report,
      'verdict-checks': check.id,
      laboratories: registered.id,
      'test-authorizations': authorization.id,
      'number-blocks': String(block.id),
      'test-runs': run.id,
      controls: control.id,
      'control-criteria': criterion.id,
      objections: objection.id,
      nonconformities: await newest('/api/v1/nonconformities'),
      'conformity-certificates': String(conformity.id),
      'certification-applications': String(application.id),
      certificates: String(certificate.id),
      'certificate-proposals': await newest(`/api/v1/certificate-proposals?certificate=${certificate.id}`),
      'instrument-results': await measured(test, admin, String(sample.number), divisionCode),
      'warning-rules': String(rule.id),
      'warning-channels': String(channel.id),
      'warning-deliveries': String(delivery.id),
      'register-imports': registerImport,
      webhooks: String(webhook.id),
      'webhook-deliveries': String(webhookDelivery.id),
      warnings: warning,
      'warning-tasks': String(task.id),
      inspections: String(inspection.id),
      complaints: String(complaint.id),
      assessments: String(assessment.id),
      'hand-overs': String(handOver.id),
      ...enforced,
      'inspection-plans': String(plan.id),
      deadlines: await deadlineOf(test, divisionCode, farm.producerId),
      'warning-silences': String(silence.id),
      'warning-dry-runs': String(dryRun.id),
      'audit-log': await newest(`/api/v1/audit-log?resource=producers&record=${farm.producerId}`),
      users: String(user.id),
      attachments: await attach(test.url, admin, batchCode),
      'security-events': await newest(`/api/v1/security-events?username=${clerk.username}`),
    },
  };
}

/** A case in the hands of two officers, with a piece of evidence and the papers of its steps. */
async function enforcedIn(admin: Api, divisionCode: string, second: string): Promise<Record<string, string>> {
  const certify = (username: string) =>
    admin.create('/api/v1/officer-certificates', { ...aCertificateOf(username, divisionCode), divisionCode });
  await certify('admin');
  const certificate = await certify(second);
  const found = await admin.create('/api/v1/cases', { ...aClue, divisionCode });
  const step = async (verb: string, body: object) => {
    const { status, body: answer } = await admin.post(`/api/v1/cases/${found.id}/${verb}`, body);
    if (status !== 200) throw new Error(`${verb}: ${JSON.stringify(answer)}`);
  };
  await step('name-party', aParty);
  await step('verify', { officers: ['admin', second], ...aFinding });
  const evidence = await admin.create('/api/v1/case-evidence', { ...aPieceOfEvidence, caseId: found.id });
  const paper = await admin.create('/api/v1/case-documents', { ...aRecordOfInspection, caseId: found.id });
  return {
    'officer-certificates': String(certificate.id),
    cases: String(found.id),
    'case-evidence': String(evidence.id),
    'case-documents': String(paper.id),
  };
}

async function deadlineOf({ platform }: TestPlatform, divisionCode: string, producerId: string): Promise<string> {
  const wish = {
    kind: 'retest-report',
    subject: { resource: 'samples', id: producerId, label: `样品 ${divisionCode}` },
    divisionCode,
    producerId,
    startedBy: 'receive-sample',
    startedAt: new Date(),
  };
  const { _id } = await inTransaction(platform.context, system('test'), (work) =>
    platform.services.deadlines.startDeadline(work, wish),
  );
  return _id.toHexString();
}

export const aComplaint = { kind: 'report', channel: '12316', text: '举报' };
export const aPlan = { title: '双随机', year: 2026, count: 1, inspectors: [{ username: 'a' }, { username: 'b' }] };

/** Where nothing listens: port 9 of an address that is kept for documentation (RFC 5737). */
export const aWebhook = {
  name: '上级平台',
  events: ['batch.held'],
  address: 'https://hooks.invalid/hook?key=hookkey4711',
};
export const aChannel = {
  name: '值班群',
  kind: 'wecom',
  address: 'https://robot.invalid/send?key=K',
  leastLevel: 'red',
};
const later = new Date(Date.now() + 7 * 86_400_000).toISOString();

export const aSilence = { kind: 'silence', metric: 'soil-ph', until: later, reason: '例行检查' };
export const aTask = { what: '现场核查', dueAt: '2099-01-01T00:00:00Z' };

/** By which those who enter results may test. */
export const aMethod = '方法';

const anAuthorization = {
  method: aMethod,
  validFrom: '2026-01-01',
  validTo: '2026-12-31',
};

/** What an instrument of the place measured of a sample. */
async function measured(test: TestPlatform, admin: Api, sample: string, divisionCode: string): Promise<string> {
  const device = `lcms-${divisionCode}`;
  await admin.create('/api/v1/devices', { id: device, name: '液质', kind: 'instrument', divisionCode });
  const result = {
    device,
    sample,
    analyte: '氟虫腈',
    value: '0.001',
    unit: 'mg/kg',
    at: measuredAt,
    receivedAt: measuredAt,
  };
  await test.platform.services.testing.storeDeviceResults([result]);
  const [stored] = await admin.list<{ id: string; device: string }>('/api/v1/instrument-results');
  return String(stored?.id);
}

/** Somebody who acts for the platform in one place. */
function clerkOf(divisionCode: string): Caller {
  return { userId: 'a'.repeat(24), username: 'matrix', roles: ['administrator'], divisionCode };
}

/** A report of the sample; another sample of the same kind is left for the matrix to work on. */
async function publish(
  { platform }: TestPlatform,
  admin: Api,
  sampleId: string,
  divisionCode: string,
): Promise<string> {
  const { testing } = platform.services;
  const sample = await testing.getSample(clerkOf(divisionCode), sampleId);
  const facts = { batchCode: sample.batchCode, planKind: 'self-check' };
  const { id } = await admin.create('/api/v1/samples', facts);
  await admin.create(`/api/v1/samples/${id}/results`, { analyte: '吡虫啉', value: '0.001', unit: 'mg/kg' });
  await admin.post(`/api/v1/samples/${id}/report`, {});
  await testing.verify(clerkOf(divisionCode), String(id));
  const [report] = await admin.list<{ id: string }>(`/api/v1/test-reports?sample=${id}`);
  return String(report?.id);
}

export const aRule = {
  kind: 'threshold',
  level: 'blue',
  metric: 'temperature',
  unit: 'Cel',
  comparison: 'above',
  limit: 90,
  clearAt: 80,
};

export const dryRunIn = (divisionCode: string) => ({
  rule: { ...aRule, name: '试算', divisionCode },
  from: '2026-01-20T00:00:00Z',
  to: '2026-01-21T00:00:00Z',
});

const red = { width: 8, height: 8, channels: 3, background: 'red' } as const;
export const aPicture = { type: 'image/png', content: await sharp({ create: red }).png().toBuffer() };

/** A table that an account of the division has sent. */
async function importedFrom(url: string, admin: Api, divisionCode: string): Promise<string> {
  const username = `importer-${divisionCode}`;
  await admin.create('/api/v1/users', { username, displayName: '导入', password, divisionCode, roles: ['supervisor'] });
  const { token } = await Api.signIn(url, username, password);
  const response = await fetch(`${url}/api/v1/register-imports?register=products`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'text/csv' },
    body: `name,food\n核桃,walnut\n`,
  });
  const { id } = (await response.json()) as { id: string };
  return id;
}

async function attach(url: string, { token }: Api, batchCode: string): Promise<string> {
  const { type, content } = aPicture;
  const response = await fetch(`${url}/api/v1/attachments?resource=batches&record=${batchCode}&purpose=evidence`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': type },
    body: new Uint8Array(content),
  });
  const { id } = (await response.json()) as { id: string };
  return id;
}

/** An issued recall, with its one task. */
async function recallFrom(admin: Api, batchCode: string): Promise<{ recalls: string; 'recall-tasks': string }> {
  const recall = { batchCode, level: '2', reason: '演练', instruction: '停售', drill: true };
  const { id } = await admin.create('/api/v1/recalls', recall);
  await admin.post(`/api/v1/recalls/${id}/issue`, {});
  const [task] = await admin.list<{ id: string }>(`/api/v1/recall-tasks?recall=${id}`);
  return { recalls: String(id), 'recall-tasks': String(task?.id) };
}

async function producerClient(url: string, admin: Api, divisionCode: string, producerId: string): Promise<EpcisClient> {
  const username = `sender-${divisionCode}`;
  await admin.create('/api/v1/users', {
    ...{ username, displayName: '合作社', password, divisionCode, producerId },
    roles: ['producer'],
  });
  return new EpcisClient(url, await Api.signIn(url, username, password));
}

/** A document that the place's own producer sends, and a query that it keeps. */
async function sentBy(client: EpcisClient, divisionCode: string): Promise<Record<string, string>> {
  const name = `shipments-${divisionCode}`;
  await client.send('POST', '/queries', { body: { name, query: { EQ_bizStep: ['shipping'] } } });
  const job = await client.capture(documentOf([anEvent({ disposition: 'in_transit' })]));
  return { captures: job.captureID, 'event-queries': name };
}

/** A result above its limit warns the division. */
export async function warn(admin: Api, farm: Farm): Promise<string> {
  const batchCode = await registerBatch(admin, farm);
  const { id } = await admin.create('/api/v1/samples', { batchCode, planKind: 'self-check' });
  await admin.create(`/api/v1/samples/${id}/results`, { analyte: '噻虫胺', value: '0.2', unit: 'mg/kg', loq: '0.01' });
  const [warning] = await admin.list<{ id: string }>(`/api/v1/warnings?batch=${batchCode}`);
  return String(warning?.id);
}

async function sendFromDevice({ platform: { services } }: TestPlatform, device: string, sample: string): Promise<void> {
  const received = { receivedAt: measuredAt, at: measuredAt };
  const reading = { device, metric: 'temperature', value: 4, unit: 'Cel', timeSource: 'device', ...received } as const;
  await services.devices.storeReadings([reading]);
  const result = { device, sample, analyte: '克百威', value: '0.001', unit: 'mg/kg', ...received };
  await services.testing.storeDeviceResults([result]);
}

/** The same requests, about records in the right form that do not exist. */
export function nowhere(like: Place): Place {
  const unknown = 'f'.repeat(24);
  const named = { devices: 'no-such-device', batches: 'NO-SUCH-BATCH' };
  const records = Object.fromEntries(Object.keys(like.records).map((resource) => [resource, unknown]));
  return { ...like, siteId: unknown, records: { ...records, ...named } };
}

export const aClue = { kind: 'own-finding', text: '巡查发现', suspect: '某合作社' };
export const aParty = { kind: 'cooperative', legalForm: 'organization', name: '某合作社' };
export const aFinding = { acts: ['over-limit-sold'], actOn: '2026-05-03', facts: '超标', valueOfGoods: '900' };
export const aPieceOfEvidence = { kind: 'documentary', name: '台账', description: '销售记录', keeper: '保管人' };
export const aRecordOfInspection = {
  template: 'inspection-record',
  fields: { place: '菜地', time: '2026-05-03', present: '当事人', content: '现场检查' },
};
export const aCertificateOf = (username: string, numbered: string) => ({
  username,
  certificateNumber: `${username}-${numbered}`,
  validFrom: '2026-01-01',
  validTo: '2099-12-31',
});
