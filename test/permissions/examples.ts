import { readFileSync } from 'node:fs';
import { anEvent, documentOf } from '../support/epcis.ts';
import {
  aCertificateOf,
  aChannel,
  aClue,
  aComplaint,
  aFinding,
  aMethod,
  aParty,
  aPicture,
  aPieceOfEvidence,
  aPlan,
  aRecordOfInspection,
  aRule,
  aSilence,
  aTask,
  aWebhook,
  dryRunIn,
  type Place,
} from './places.ts';

export interface Example {
  query?: Record<string, string>;
  body?: unknown;
  /** What the path names, when that is no record's id. */
  inPath?: string;
  /** A body that is a file. */
  file?: { type: string; content: Buffer };
  /** What is answered where the right lets the request through, when that is not a success. */
  answered?: number;
  /** The record is the city's, wherever the rest of the request lies. */
  ofTheCity?: boolean;
}

const aCertificate = readFileSync(new URL('./client-certificate.pem', import.meta.url), 'utf8');
/** Before the clock of whichever platform is asked was set. */
const begun = new Date().toISOString();
const quantity = { value: 1, unit: 'kg' };
const reason = '例行检查';
const aFigure = {
  kind: 'figure',
  code: 'hearing-fine',
  statute: { zh: '行政处罚法', en: 'Administrative Penalty Law' },
  article: '63',
  title: { zh: '较大数额罚款', en: 'larger fine' },
  values: [{ value: '50000', unit: 'CNY' }],
  effectiveFrom: '2026-10-01',
  source: '省级标准',
};
const aPenalty = { kinds: ['fine'], fine: '60000', measures: [] };
let made = 0;
/** A name that no record has yet. */
const fresh = (word: string) => `${word}-${++made}`;

/**
 * What a request needs beside its path, for records of a place. A body is made up from its schema; a new route
 * needs a row here only when that one is not enough, or when it asks for a query parameter.
 */
export const examples: Record<string, (place: Place) => Example> = {
  'post /api/v1/session': () => ({ body: { username: 'nobody', password: 'not a password' } }),
  'post /api/v1/users': ({ divisionCode, records }) => ({
    body: {
      username: fresh('user'),
      displayName: '新用户',
      password: 'a long password for tests',
      roles: ['producer'],
      divisionCode,
      producerId: records.producers,
    },
  }),
  'patch /api/v1/users/{id}': () => ({ body: { displayName: '改名' } }),
  'get /api/v1/sign-in-policy': () => ({ ofTheCity: true }),
  'post /api/v1/sign-in-policy': () => ({ body: { secondFactorRoles: [] }, ofTheCity: true }),

  'get /api/v1/people': () => ({ query: { usernames: 'admin' } }),
  'get /api/v1/saved-views': () => ({ query: { path: '/producers' } }),

  'post /api/v1/producers': ({ divisionCode }) => ({
    body: { name: fresh('合作社'), kind: 'cooperative', divisionCode },
  }),
  'post /api/v1/producers/{id}/correct': () => ({ body: { phone: '13900005678', reason } }),
  'post /api/v1/sites': ({ records }) => ({
    body: { producerId: records.producers, name: fresh('地块'), kind: 'plot' },
  }),

  'post /api/v1/sites/{id}/correct': () => ({ body: { name: fresh('地块') } }),

  'post /api/v1/devices': ({ siteId }) => ({ body: { id: fresh('device'), name: '新设备', kind: 'sensor', siteId } }),
  'post /api/v1/devices/{id}/place': ({ siteId }) => ({ body: { siteId, reason } }),
  'get /api/v1/devices/{id}/series': () => ({ query: { metric: 'temperature' } }),
  'get /api/v1/devices/{id}/series.csv': () => ({
    query: { metric: 'temperature', from: '2026-01-20T00:00:00Z', to: '2026-01-21T00:00:00Z' },
  }),
  'post /api/v1/devices/{id}/map': () => ({ body: { sameNames: true, fields: [] } }),
  'post /api/v1/device-imports': ({ siteId }) => ({
    file: { type: 'text/csv', content: Buffer.from(`id,name,kind,siteId\n${fresh('bulk')},批量,sensor,${siteId}\n`) },
  }),
  'post /api/v1/devices/{id}/commands': () => ({ body: { name: 'restart' } }),
  'post /api/v1/devices/{id}/correct-placements': ({ siteId }) => ({
    body: { placements: [{ siteId }], reason: '更正' },
  }),
  'post /api/v1/devices/{id}/bind-certificate': () => ({ body: { certificate: aCertificate, reason: '发证' } }),
  'post /api/v1/devices/{id}/unbind-certificate': () => ({
    body: { fingerprint: '0'.repeat(64), reason: '收回' },
  }),
  'post /api/v1/devices/{id}/calibrations': () => ({
    body: {
      certificateNumber: fresh('JZ'),
      laboratory: '计量测试所',
      calibratedOn: '2026-01-20',
      dueOn: '2027-01-19',
      conforms: true,
    },
  }),
  'get /api/v1/readings': ({ records }) => ({ query: { device: String(records.devices) } }),

  'post /api/v1/products': () => ({ body: { name: fresh('产品'), categoryCode: 'celery' }, ofTheCity: true }),

  'post /api/v1/standards/imports': () => ({
    query: {
      code: 'GB 2763-2026',
      name: '限量',
      nameEn: 'limits',
      kind: 'pesticide',
      effectiveFrom: '2026-03-01',
      source: 'a dry run of the test',
    },
    ofTheCity: true,
    file: { type: 'text/csv', content: Buffer.from('农药,食品,限量,单位,条款\n吡虫啉,核桃,0.01,mg/kg,4.48\n') },
  }),
  'get /api/v1/standards/export': () => ({ query: { code: 'GB 2763-2026' } }),
  'get /api/v1/standards/comparison': () => ({ query: { code: 'GB 2763-2026', from: '0', to: '0' } }),
  'get /api/v1/standards/comparison/changes': () => ({ query: { code: 'GB 2763-2026', from: '0', to: '0' } }),

  'get /api/v1/limits/applicable': () => ({ query: { food: 'walnut' } }),
  'get /api/v1/limits/{id}': () => ({ answered: 404 }),

  'post /api/v1/batches': ({ productId, siteId, records }) => ({
    body: { productId, producerId: records.producers, siteId, quantity },
  }),
  'post /api/v1/events': ({ records }) => ({
    body: { step: 'harvest', at: '2026-01-21T08:00:00Z', batchCode: records.batches },
  }),

  'post /api/v1/recalls': ({ records }) => ({
    body: { batchCode: records.batches, level: '1', reason: '抽检不合格', instruction: '停售' },
  }),
  'post /api/v1/recall-tasks/{id}/report': ({ records }) => ({
    body: { batches: [{ batchCode: records.batches, onHand: 0, returned: 0, destroyed: 0, sold: 0 }] },
  }),
  'post /epcis/v2/queries': () => ({ body: { name: fresh('query'), query: { EQ_action: ['ADD'] } } }),
  'delete /epcis/v2/queries/{queryName}': () => ({ inPath: 'no-such-query', answered: 404 }),
  'post /epcis/v2/queries/{queryName}/subscriptions': () => ({
    body: { dest: 'https://example.com/events', stream: true },
  }),
  'get /epcis/v2/queries/{queryName}/subscriptions/{subscriptionID}': () => ({ answered: 404 }),
  'delete /epcis/v2/queries/{queryName}/subscriptions/{subscriptionID}': () => ({ answered: 404 }),
  'get /epcis/v2/events/{eventID}': ({ records }) => ({ inPath: `urn:agritrace:event:${records.events}` }),
  ...below('eventTypes', () => 'ObjectEvent'),
  ...below('epcs', ({ records }) => `urn:agritrace:batch:${records.batches}`),
  ...below('bizSteps', () => 'shipping'),
  ...below('bizLocations', ({ siteId }) => `urn:agritrace:site:${siteId}`),
  ...below('readPoints', ({ siteId }) => `urn:agritrace:site:${siteId}`),
  ...below('dispositions', () => 'in_transit'),
  'post /epcis/v2/capture': () => ({ body: documentOf([anEvent()]) }),
  'post /epcis/v2/events': () => ({ body: { ...anEvent(), '@context': documentOf([])['@context'] } }),

  'post /api/v1/samples': ({ records }) => ({ body: { batchCode: records.batches, planKind: 'self-check' } }),
  'post /api/v1/rapid-tests': ({ records }) => ({
    body: { sample: records.batches, analyte: fresh('未登记物质'), value: '1', unit: '%', method: aMethod },
  }),
  'post /api/v1/samples/{id}/results': () => ({
    body: { analyte: fresh('未登记物质'), value: '0.1', unit: 'mg/kg', method: aMethod },
  }),

  'post /api/v1/samples/{id}/retract': () => ({ body: { resultId: 'f'.repeat(24), reason } }),
  'post /api/v1/samples/{id}/take': () => ({ body: { testId: 'f'.repeat(24) } }),
  'post /api/v1/samples/{id}/retest': () => ({ body: { resultId: 'f'.repeat(24), reason } }),

  'post /api/v1/instrument-results/{id}/accept': () => ({ body: { method: aMethod } }),
  'post /api/v1/register-imports': ({ divisionCode }) => ({
    query: { register: 'producers' },
    file: {
      type: 'text/csv',
      content: Buffer.from(`name,kind,division\n${fresh('导入')},cooperative,${divisionCode}\n`),
    },
  }),
  'get /api/v1/register-exports': () => ({ query: { register: 'producers' } }),
  'post /api/v1/hand-overs': ({ divisionCode }) => ({ body: { division: divisionCode }, answered: 409 }),
  'post /api/v1/hand-overs/{id}/accept': () => ({ body: { attempt: 1000 }, answered: 400 }),
  'post /api/v1/hand-overs/{id}/reject': () => ({ body: { attempt: 1000, text: reason }, answered: 400 }),
  'get /api/v1/producer-grades': ({ records }) => ({ query: { producer: String(records.producers) } }),
  'get /api/v1/performance/trend': () => ({ query: { division: '611002' } }),
  'get /api/v1/performance/records': () => ({ query: { indicator: 'sampling' } }),
  'post /api/v1/assessments': ({ records }) => ({ body: { producerId: records.producers } }),
  'post /api/v1/assessments/assess-division': ({ divisionCode }) => ({ body: { division: divisionCode } }),
  'post /api/v1/assessments/{id}/appeal': () => ({
    body: { text: reason, contested: [{ resource: 'cases', id: 'none' }] },
    answered: 400,
  }),
  'post /api/v1/assessments/{id}/withdraw-appeal': () => ({ body: { reason }, answered: 409 }),
  'post /api/v1/assessments/{id}/uphold': () => ({ body: { reason }, answered: 409 }),
  'post /api/v1/assessments/{id}/revise': () => ({
    body: { reason, accepted: [{ resource: 'cases', id: 'none' }] },
    answered: 409,
  }),
  'post /api/v1/inspections': ({ records }) => ({ body: { producerId: records.producers, kind: 'routine' } }),
  'post /api/v1/inspections/{id}/submit': () => ({
    body: { answers: [], begunAt: '2026-01-21T08:00:00Z', finishedAt: '2026-01-21T09:00:00Z' },
    answered: 400,
  }),
  'post /api/v1/inspections/{id}/decide-conflict': () => ({
    body: { conflict: '1', keep: 'stored', reason },
    answered: 400,
  }),
  'post /api/v1/inspections/{id}/order-rectification': () => ({
    body: { text: '整改', due: '2099-01-01T00:00:00Z' },
    answered: 409,
  }),
  'post /api/v1/inspections/{id}/fail-recheck': () => ({
    body: { note: '未整改', due: '2099-01-01T00:00:00Z' },
    answered: 409,
  }),
  'post /api/v1/complaints': ({ divisionCode }) => ({ body: { ...aComplaint, divisionCode } }),
  'post /api/v1/complaints/{id}/assign': ({ divisionCode }) => ({ body: { divisionCode } }),
  'post /api/v1/public/complaints': () => ({ body: { kind: 'report', text: '举报' } }),
  'post /api/v1/public/complaints/with-photos': () => ({
    file: {
      type: 'multipart/form-data; boundary=b',
      content: Buffer.from(
        `${['kind"\r\n\r\nreport', 'text"\r\n\r\n举报']
          .map((each) => `--b\r\nContent-Disposition: form-data; name="${each}\r\n`)
          .join('')}--b--\r\n`,
      ),
    },
  }),
  'post /api/v1/public/complaint-status': () => ({
    body: { queryCode: '0000-0000-0000-0000-0000' },
    answered: 404,
  }),
  'post /api/v1/inspection-plans': ({ divisionCode }) => ({ body: { ...aPlan, divisionCode } }),
  'post /api/v1/deadlines/{id}/extend': () => ({ body: { amount: 1, reason }, answered: 409 }),
  'post /api/v1/deadlines/{id}/suspend': () => ({ body: { reason }, answered: 409 }),
  'post /api/v1/deadlines/{id}/resume': () => ({ body: { reason }, answered: 409 }),
  'get /api/v1/public/open-data/{dataset}': () => ({ inPath: 'certificates' }),
  'get /api/v1/public/open-data/{dataset}/download': () => ({ inPath: 'certificates' }),
  'get /api/v1/calendar-feeds/deadlines.ics': () => ({ query: { token: 'none' }, answered: 404 }),
  'post /api/v1/number-blocks': ({ divisionCode }) => ({
    body: { kind: 'sample', count: 1, holder: 'sampler', divisionCode },
  }),
  'post /api/v1/laboratories': ({ divisionCode, laboratory }) => ({
    body: { laboratory, divisionCode, address: '城关街道 1 号' },
  }),
  'post /api/v1/test-authorizations': ({ divisionCode, laboratory }) => ({
    body: {
      username: fresh('analyst'),
      method: '方法',
      laboratory,
      divisionCode,
      validFrom: '2026-01-01',
      validTo: '2026-12-31',
    },
  }),
  'post /api/v1/control-criteria': ({ divisionCode, laboratory }) => ({
    body: {
      ...{ kind: 'duplicate', method: aMethod, laboratory, divisionCode },
      differenceAtMost: '20',
      source: '方法',
    },
  }),
  'post /api/v1/test-runs': ({ divisionCode, laboratory }) => ({
    body: { name: fresh('批'), method: aMethod, laboratory, divisionCode },
  }),
  'post /api/v1/test-runs/{id}/controls': () => ({
    body: { kind: 'blank', analyte: '吡虫啉', value: '0.1', unit: 'mg/kg' },
  }),
  'post /api/v1/result-imports': () => ({
    file: { type: 'text/csv', content: Buffer.from('样品编号,项目,结果,单位\nS0,吡虫啉,0.01,mg/kg\n') },
  }),
  'post /api/v1/nonconformities/{id}/confirm': ({ doubtedResultId }) => ({
    body: { resultIds: [doubtedResultId], reason: '复测合格' },
  }),
  'post /api/v1/nonconformities/{id}/set-aside': () => ({
    body: { resultIds: ['f'.repeat(24)], reason },
    answered: 400,
  }),
  'get /api/v1/test-turnaround': () => ({ query: { from: '2026-01-01T00:00:00Z' } }),
  'post /api/v1/objections': ({ records }) => ({
    body: { sampleId: records.samples, resultReceivedAt: begun, reason: '异议' },
  }),

  'post /api/v1/certification-applications': ({ records, productId }) => ({
    body: { scheme: 'green-food', producerId: records.producers, productId },
  }),
  'post /api/v1/certification-applications/{id}/change': () => ({ body: { statement: '芹菜 30 亩' } }),
  'post /api/v1/certificates': ({ records, productId }) => ({
    body: {
      ...{
        scheme: 'organic',
        producerId: records.producers,
        productId,
        externalNumber: fresh('OP'),
        issuer: '认证机构',
      },
      ...{ validFrom: '2026-01-01', validTo: '2026-12-31' },
    },
  }),
  'post /api/v1/certificates/{id}/record-visit': () => ({ body: { on: '2026-01-02', passed: true } }),
  'post /api/v1/conformity-certificates': ({ records }) => ({
    body: { batchCode: records.batches, bases: ['quality-control'], quantity },
  }),
  'post /api/v1/conformity-certificates/batch-wise': ({ records }) => ({
    body: { certificates: [{ batchCode: records.batches, bases: ['quality-control'], quantity }] },
  }),
  'post /api/v1/conformity-certificates/print': ({ records }) => ({
    body: { ids: [records['conformity-certificates']], layout: 'label-60x40' },
  }),
  'get /api/v1/conformity-certificates/readiness': ({ records }) => ({ query: { batch: String(records.batches) } }),

  'post /api/v1/warning-rules': ({ divisionCode }) => ({ body: { ...aRule, name: fresh('规则'), divisionCode } }),

  'post /api/v1/warning-rules/{id}/supersede': ({ divisionCode }) => ({
    body: { ...aRule, name: fresh('规则'), divisionCode, reason },
  }),

  'post /api/v1/warning-dry-runs': ({ divisionCode }) => ({ body: dryRunIn(divisionCode) }),

  'post /api/v1/webhooks/{id}/replay': () => ({ body: { since: '2026-01-20T00:00:00Z', reason } }),
  'post /api/v1/webhooks': ({ divisionCode }) => ({ body: { ...aWebhook, divisionCode } }),
  'post /api/v1/warning-channels': ({ divisionCode }) => ({ body: { ...aChannel, divisionCode } }),
  'post /api/v1/warnings/acknowledge': ({ records }) => ({ body: { ids: [records.warnings] } }),

  'post /api/v1/warning-tasks': ({ records }) => ({ body: { ...aTask, warningId: records.warnings } }),
  'post /api/v1/warning-silences': ({ divisionCode }) => ({ body: { ...aSilence, divisionCode } }),

  'post /api/v1/attachments': ({ records }) => ({
    query: { resource: 'batches', record: String(records.batches), purpose: 'evidence' },
    file: aPicture,
  }),
  'get /api/v1/attachments': ({ records }) => ({ query: { resource: 'batches', record: String(records.batches) } }),

  'post /api/v1/penalty-law': () => ({ body: { row: aFigure, reason }, ofTheCity: true }),
  'get /api/v1/penalty-law/{code}': () => ({ inPath: 'apqsl-71' }),
  'post /api/v1/penalty-law/fine-range': () => ({
    body: { acts: ['obstruction'], actOn: '2026-05-03', party: { kind: 'enterprise', legalForm: 'organization' } },
  }),

  'post /api/v1/officer-certificates': ({ divisionCode }) => ({
    body: { ...aCertificateOf('somebody', fresh('N')), divisionCode },
  }),
  'post /api/v1/officer-certificates/{id}/declare-conflict': ({ records }) => ({
    body: { producerId: records.producers, reason },
  }),
  'post /api/v1/cases': ({ divisionCode }) => ({ body: { ...aClue, divisionCode } }),
  'post /api/v1/cases/{id}/name-party': () => ({ body: aParty }),
  'post /api/v1/cases/{id}/verify': () => ({ body: { officers: ['admin', 'somebody'], ...aFinding } }),
  'post /api/v1/cases/{id}/record-finding': () => ({ body: aFinding }),
  'post /api/v1/cases/{id}/discuss': () => ({ body: { heads: ['局长', '副局长'], conclusion: '同意' } }),
  'post /api/v1/cases/{id}/notify': () => ({ body: aPenalty }),
  'post /api/v1/cases/{id}/decide': () => ({ body: { ...aPenalty, reason } }),
  'post /api/v1/cases/{id}/decide-on-the-spot': () => ({ body: { ...aPenalty, reason } }),
  'post /api/v1/cases/{id}/pay': () => ({ body: { part: 1, receipt: 'N1' } }),
  'post /api/v1/cases/{id}/end-hearing': () => ({ body: { ground: 'withdrawn', result: '当事人书面撤回' } }),
  'post /api/v1/cases/{id}/hold-hearing': () => ({ body: { noticeServedOn: '2026-05-03', result: '维持' } }),
  'post /api/v1/cases/{id}/open-remedy': () => ({
    body: { kind: 'reconsideration', body: '县人民政府', from: '2026-05-03' },
  }),
  'post /api/v1/cases/{id}/end-remedy': () => ({ body: { to: '2026-05-03', outcome: 'upheld' } }),
  'post /api/v1/cases/{id}/allow-instalments': () => ({
    body: { parts: [{ amount: '100', dueOn: '2026-05-03' }], reason },
  }),
  'post /api/v1/case-evidence': ({ records }) => ({ body: { ...aPieceOfEvidence, caseId: records.cases } }),
  'post /api/v1/case-documents': ({ records }) => ({ body: { ...aRecordOfInspection, caseId: records.cases } }),

  'get /api/v1/audit-log/export': ({ records }) => ({
    query: { resource: 'producers', record: String(records.producers) },
  }),
  'get /api/v1/audit-log/inclusion': () => ({ query: { index: '0' } }),
  'get /api/v1/audit-log/consistency': () => ({ query: { first: '1' } }),
};

/** What EPCIS tells below a value. */
function below(collection: string, value: (place: Place) => string): Record<string, (place: Place) => Example> {
  const path = `get /epcis/v2/${collection}/{value}`;
  const example = (place: Place) => ({ inPath: value(place) });
  return { [path]: example, [`${path}/events`]: example };
}
