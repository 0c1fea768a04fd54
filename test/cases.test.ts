import { expect } from 'chai';
import { addWorkingDays, workCalendar } from '../server/calendar/index.ts';
import { Api } from './support/api.ts';
import { type Farm, registerBatch, registerFarm } from './support/farm.ts';
import { password, startTestPlatform, type TestPlatform } from './support/platform.ts';
import { receiveSample } from './support/sample.ts';

interface Case {
  id: string;
  number: string;
  state: string;
  suspect: string;
  party?: { name: string; phone?: string };
  clue: { kind: string; text: string; sources: { resource: string; id: string }[] };
  allowed: string[];
  refused: { verb: string; reason: { zh: string; en: string } }[];
  hearing?: { ended?: { on: string; ground: string }; result?: string };
  decision?: { number: string; fine?: string };
  proposal?: { hearing: boolean; article?: { code: string; from: string; to: string } };
  surcharge: { due: string };
  publication?: { until: string };
  line: { past: { verb: string; by: string }[]; now: { code: string; lastDay: string }[]; next: { verb: string }[] };
}

const day = 86_400_000;
const people = {
  head: { roles: ['supervisor'], division: '611002' },
  legal: { roles: ['officer'], division: '611002' },
  first: { roles: ['officer'], division: '611002' },
  second: { roles: ['officer'], division: '611002' },
  stranger: { roles: ['officer', 'supervisor'], division: '611021' },
} as const;
type Person = keyof typeof people;

describe('a case of administrative penalty', function () {
  this.timeout(120_000);
  let test: TestPlatform;
  let farm: Farm;
  let now: Date;

  before(async () => {
    now = new Date('2026-11-02T02:00:00Z');
    test = await startTestPlatform(() => now);
    farm = await registerFarm(test.admin, '611002104');
    for (const [username, { roles, division }] of Object.entries(people))
      await test.signInAs(username, [...roles], division);
    for (const username of ['first', 'second', 'legal'])
      await test.admin.create('/api/v1/officer-certificates', {
        username,
        certificateNumber: `陕H-${username}`,
        divisionCode: '611002',
        validFrom: '2025-01-01',
        validTo: '2029-12-31',
        ...(username === 'legal' && { legalQualification: 'A20196110' }),
      });
    await test.signInAs('certifier', ['certifier'], '611000');
    await test.admin.create('/api/v1/certificates', {
      ...{ scheme: 'geographical-indication', producerId: farm.producerId, productId: farm.productId },
      ...{ externalNumber: 'AGI-1', issuer: '登记机构', validFrom: '2026-01-01' },
    });
  });
  after(() => test.stop());

  const later = (days: number) => {
    now = new Date(now.getTime() + days * day);
  };
  const dayOfNow = () => new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  /** Sessions end with time: each act signs in anew. */
  const as = (who: Person) => Api.signIn(test.url, who, password);
  const step = async (who: Person, { id }: { id: string }, verb: string, body: object = {}) =>
    (await as(who)).post(`/api/v1/cases/${id}/${verb}`, body);
  const done = async (who: Person, found: { id: string }, verb: string, body: object = {}): Promise<Case> => {
    const answer = await step(who, found, verb, body);
    expect(answer.status, `${verb}: ${JSON.stringify(answer.body)}`).to.equal(200);
    return answer.body as unknown as Case;
  };
  const refused = async (status: number, ...asked: Parameters<typeof step>): Promise<string> => {
    const answer = await step(...asked);
    expect(answer.status, `${asked[2]}: ${JSON.stringify(answer.body)}`).to.equal(status);
    return JSON.stringify(answer.body.text);
  };
  const finding = {
    acts: ['over-limit-sold'],
    actOn: '2026-10-30',
    facts: '销售噻虫胺残留超标的芹菜 150 千克，货值 900 元',
    valueOfGoods: '900',
    illegalGains: '900',
  };
  const party = {
    kind: 'cooperative',
    legalForm: 'organization',
    name: '沙河子蔬菜专业合作社',
    representative: '李建国',
    phone: '13909141234',
  };
  const penalty = { kinds: ['fine', 'confiscate-gains'], fine: '50000', confiscatedGains: '900', measures: [] };
  const served = { method: 'in-person', proof: '李建国签收' };

  /** From a clue to the hands of its two officers. */
  async function verified(): Promise<Case> {
    const opened = await (await as('first')).create('/api/v1/cases', {
      ...{ divisionCode: '611002', kind: 'own-finding', text: '巡查发现', suspect: '某合作社' },
    });
    const found = opened as unknown as Case;
    await done('first', found, 'name-party', party);
    return done('first', found, 'verify', { officers: ['first', 'second'], ...finding });
  }

  let found: Case;

  it('is drafted by a failed supervised sample, once, for enforcement of the own division alone', async () => {
    const batchCode = await registerBatch(test.admin, farm);
    const sample = await receiveSample(test.admin, batchCode);
    const result = { analyte: '噻虫胺', value: '0.2', unit: 'mg/kg', loq: '0.01' };
    await test.admin.create(`/api/v1/samples/${sample.id}/results`, result);
    await test.admin.post(`/api/v1/samples/${sample.id}/report`, {});
    const reviewer = await test.signInAs('reviewer', ['reviewer']);
    expect((await reviewer.post(`/api/v1/samples/${sample.id}/verify`, {})).status).to.equal(200);
    const proposed = await test.admin.list<Record<string, unknown>>(`/api/v1/recalls?batch=${batchCode}`);
    expect(proposed).to.have.length(1);
    expect(proposed[0], 'a person issues it').to.deep.include({ state: 'draft', level: '2', drill: false });
    const drafts = await (await as('first')).list<Case>('/api/v1/cases');
    expect(drafts.map(({ state, clue }) => [state, clue.kind])).to.deep.equal([['clue', 'failed-sample']]);
    [found] = drafts as [Case];
    expect(await (await as('stranger')).list('/api/v1/cases')).to.deep.equal([]);
    expect((await (await as('stranger')).get(`/api/v1/cases/${found.id}`)).status).to.equal(404);
    expect((await reviewer.get(`/api/v1/cases/${found.id}`)).status).to.equal(403);
  });

  it('begins with a red warning about a producer, and is one case with the sample that the warning is about', async () => {
    const batchCode = await registerBatch(test.admin, farm);
    const sample = await receiveSample(test.admin, batchCode);
    const result = { analyte: '克百威', value: '0.5', unit: 'mg/kg', loq: '0.01' };
    await test.admin.create(`/api/v1/samples/${sample.id}/results`, result);
    const officer = await as('first');
    const sources = async () =>
      (await officer.list<Case>(`/api/v1/cases?batch=${batchCode}`)).map(({ state, clue }) => [
        state,
        clue.kind,
        ...clue.sources.map(({ resource }) => resource),
      ]);
    expect(await sources()).to.deep.equal([['clue', 'warning', 'warnings']]);
    await test.admin.post(`/api/v1/samples/${sample.id}/report`, {});
    const reviewer = await Api.signIn(test.url, 'reviewer', password);
    expect((await reviewer.post(`/api/v1/samples/${sample.id}/verify`, {})).status).to.equal(200);
    expect(await sources()).to.deep.equal([['clue', 'warning', 'warnings', 'samples']]);
    const [red] = await officer.list<Case>(`/api/v1/cases?resource=samples&record=${sample.id}`);
    const dropped = await done('head', red as Case, 'drop', { reason: '与前案并案' });
    expect(dropped.state).to.equal('dropped');
  });

  it('takes two certified officers without a conflict of interest, and keeps the party from view', async () => {
    await refused(409, 'first', found, 'verify', { officers: ['first', 'second'], ...finding });
    const named = await done('first', found, 'name-party', party);
    expect(named.party?.phone).to.not.equal(party.phone);
    await refused(409, 'first', found, 'verify', { officers: ['first', 'head'], ...finding });
    await refused(409, 'first', found, 'verify', { officers: ['first', 'first'], ...finding });
    await refused(404, 'stranger', found, 'verify', { officers: ['first', 'second'], ...finding });
    found = await done('first', found, 'verify', { officers: ['first', 'second'], ...finding });
    expect(found.line.now.map(({ code }) => code)).to.deep.equal(['case-clue-check']);
    await refused(403, 'second', found, 'file');
    found = await done('head', found, 'file');
    expect(found.state).to.equal('filed');
    expect(found.line.now.map(({ code }) => code)).to.deep.equal(['case-decision']);
    const head = await as('head');
    const [decision] = await head.list<{ id: string; lastDay: string }>(
      `/api/v1/deadlines?record=${found.id}&kind=case-decision&open=true`,
    );
    const changed = await head.post(`/api/v1/deadlines/${decision?.id}/extend`, { amount: 30, reason: '案情复杂' });
    expect(String(changed.body.lastDay) > String(decision?.lastDay), '30 days more').to.equal(true);
    expect((await head.post(`/api/v1/deadlines/${decision?.id}/suspend`, { reason: '检验检测' })).status).to.equal(200);
    expect((await head.post(`/api/v1/deadlines/${decision?.id}/resume`, { reason: '检验完毕' })).status).to.equal(200);
  });

  it('is investigated by its officers, reviewed by another, and the party is told within the range', async () => {
    const asFirst = await as('first');
    await refused(409, 'first', found, 'submit');
    const evidence = {
      kind: 'documentary',
      name: '销售台账',
      description: '10 月销售记录',
      keeper: '王一',
      caseId: found.id,
    };
    await asFirst.create('/api/v1/case-evidence', { ...evidence, sha256: 'a'.repeat(64) });
    await refused(409, 'legal', found, 'submit');
    found = await done('first', found, 'submit');
    await refused(409, 'first', found, 'review', { opinion: '同意' });
    found = await done('legal', found, 'review', { opinion: '事实清楚，证据确凿' });
    for (const fine of ['49999', '100001'])
      expect(await refused(400, 'head', found, 'notify', { ...penalty, fine })).to.match(/50000|50 000/);
    found = await done('head', found, 'notify', penalty);
    expect(found.proposal?.article).to.include({ code: 'apqsl-71', from: '50000', to: '100000' });
  });

  it('is not decided before the party was heard or its time went by', async () => {
    await refused(409, 'head', found, 'decide', { ...penalty, reason: '事实清楚' });
    found = await done('first', found, 'serve-notice', served);
    expect((await done('first', found, 'state-defence', { accepted: false, answer: '理由不成立' })).state).to.equal(
      'notified',
    );
    await refused(409, 'first', found, 'conclude');
    later(14);
    found = await done('first', found, 'conclude');
    expect(await refused(409, 'head', found, 'decide', { ...penalty, reason: '事实清楚' })).to.contain('57');
    found = await done('head', found, 'discuss', { heads: ['张局长', '刘副局长'], conclusion: '同意' });
    await refused(409, 'head', found, 'decide', { ...penalty, fine: '60000', reason: '加重' });
    found = await done('head', found, 'decide', { ...penalty, reason: '事实清楚' });
    expect(found.decision?.number).to.match(/2026/);
    const certifier = await Api.signIn(test.url, 'certifier', password);
    const proposals = await certifier.list<{ state: string; kind: string; cause: object }>(
      '/api/v1/certificate-proposals',
    );
    const ofDecision = proposals.filter(({ cause }) => JSON.stringify(cause).includes('penalty-decision'));
    expect(ofDecision.map(({ state, kind, cause }) => [state, kind, cause])).to.deep.equal([
      ['open', 'suspend', { ...ofDecision[0]?.cause, reference: found.decision?.number }],
    ]);
    const [certificate] = await certifier.list<{ standing: string }>('/api/v1/certificates');
    expect(certificate?.standing, 'a person decides').to.equal('valid');
  });

  it('is served, paid late with its surcharge, carried out, closed and published, and taken back after repair', async () => {
    found = await done('second', found, 'serve', served);
    later(25);
    await test.platform.services.deadlines.lookAtDue();
    found = (await (await as('first')).get<Case>(`/api/v1/cases/${found.id}`)).body;
    expect(found.line.now.map(({ code }) => code)).to.include('case-payment');
    const asHead = await as('head');
    const overdue = await asHead.list<{ kind: string }>(`/api/v1/deadlines?record=${found.id}&state=overdue`);
    expect(overdue.map(({ kind }) => kind)).to.have.members(['case-payment', 'case-publication']);
    const due = Number(found.surcharge.due);
    expect(due).to.be.above(0).and.at.most(50_000);
    expect(due % 1_500, 'three per cent of 50 000 a day').to.equal(0);
    await refused(409, 'first', found, 'complete');
    found = await done('first', found, 'pay', { part: 1, receipt: 'N1', surcharge: found.surcharge.due });
    found = await done('first', found, 'complete');
    await refused(409, 'first', found, 'close', { report: '结案' }).catch(async () =>
      refused(403, 'first', found, 'close', { report: '结案' }),
    );
    found = await done('head', found, 'close', { report: '已执行完毕' });
    found = await done('head', found, 'publish');
    expect(found.line.now.map(({ code }) => code)).to.deep.equal(['case-reconsideration', 'case-litigation']);
    expect(found.publication?.until).to.match(/^\d{4}-\d{2}-\d{2}$/);
    await refused(409, 'head', found, 'remove-publication', { ground: 'repaired', reason: '申请修复' });
    const penalties = () => new Api(test.url, '').list<Record<string, string>>('/api/v1/public/open-data/penalties');
    const [row, ...more] = await penalties();
    expect(more).to.deep.equal([]);
    expect(row).to.include({
      CF_XDR_MC: party.name,
      CF_WSH: found.decision?.number,
      CF_NR_FK: '5',
      CF_NR_WFFF: '0.09',
    });
    expect(JSON.stringify(row)).to.not.match(/李建国|139091|芹菜/);
    const workbook = await fetch(`${test.url}/api/v1/public/open-data/penalties/download?form=xlsx`);
    expect(
      Buffer.from(await workbook.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).to.equal('PK');
    later(200);
    const repaired = { ground: 'repaired', reason: '信用修复' };
    const { status } = await step('head', found, 'remove-publication', repaired);
    expect(status, 'the least term is over').to.equal(200);
    expect(await penalties()).to.deep.equal([]);
    expect(found.line.past.map(({ verb }) => verb)).to.include.members([
      'verify',
      'file',
      'submit',
      'review',
      'decide',
    ]);
    now = new Date('2026-12-14T02:00:00Z');
  });

  it('leaves papers whose numbers follow each other without gaps, also when many are issued at once', async () => {
    const cases = [];
    for (let index = 0; index < 3; index++) cases.push(await verified());
    await Promise.all(cases.map((each) => done('head', each, 'file')));
    const officer = await as('first');
    const papers = await officer.list<{ id: string; kind: string; template: string; number: string }>(
      '/api/v1/case-documents?limit=100',
    );
    expect(new Set(papers.map(({ number }) => number)).size).to.equal(papers.length);
    const filings = papers.map(({ number }) => number).filter((number) => number.includes('立'));
    const numbers = filings.map((number) => Number(/(\d+)\s*号/.exec(number)?.[1])).toSorted((a, b) => a - b);
    expect(numbers).to.deep.equal(numbers.map((_, index) => index + 1));
    const response = await fetch(`${test.url}/api/v1/case-documents/${papers[0]?.id}/document.pdf`, {
      headers: { Authorization: `Bearer ${officer.token}` },
    });
    expect(response.headers.get('content-type')).to.contain('application/pdf');
    expect(
      Buffer.from(await response.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).to.equal('%PDF-');
  });

  it('holds goods for a term that rests while they are tested, is extended once and warns when it passes', async () => {
    const held = await verified();
    const asFirst = await as('first');
    const taken = await asFirst.create('/api/v1/case-evidence', {
      ...{ caseId: held.id, kind: 'physical', name: '芹菜', description: '涉案批次', obtainedOn: dayOfNow() },
      keeper: 'first',
    });
    interface Evidence {
      hold: { lastDay?: string; overdue: boolean };
      refused: { verb: string }[];
    }
    const act = async (who: Person, verb: string, body: object, status = 200) => {
      const answer = await (await as(who)).post(`/api/v1/case-evidence/${taken.id}/${verb}`, body);
      expect(answer.status, `${verb}: ${JSON.stringify(answer.body)}`).to.equal(status);
      return answer.body as unknown as Evidence;
    };
    const terms = async () =>
      (await as('head')).list<{ kind: string; state: string; lastDay: string }>(`/api/v1/deadlines?record=${taken.id}`);
    const seized = await act('head', 'hold', { kind: 'seizure', keeper: '仓库', place: '商州区执法大队' });
    const [term, ...more] = await terms();
    expect([more, term?.kind, term?.lastDay]).to.deep.equal([[], 'case-seizure', seized.hold.lastDay]);
    later(5);
    const resting = await act('first', 'pause', { reason: '送检' });
    expect([resting.hold.lastDay, (await terms())[0]?.state]).to.deep.equal([undefined, 'suspended']);
    later(10);
    const resumed = await act('first', 'resume', {});
    const between = (from = '', to = '') => (Date.parse(to) - Date.parse(from)) / day;
    expect(between(seized.hold.lastDay, resumed.hold.lastDay), 'at least the time of the test').to.be.within(10, 14);
    const extended = await act('head', 'extend', { reason: '案情复杂' });
    expect(between(resumed.hold.lastDay, extended.hold.lastDay)).to.be.within(26, 34);
    await act('head', 'extend', { reason: '再延长' }, 409);
    later(60);
    await test.platform.services.deadlines.lookAtDue();
    expect((await terms())[0]?.state).to.equal('overdue');
    const warned = await (await as('head')).list<{ kind: string; detail: { zh: string } }>(
      '/api/v1/warnings?limit=500',
    );
    expect(warned.filter(({ detail }) => detail.zh.includes(held.number)).map(({ kind }) => kind)).to.include(
      'overdue-task',
    );
    await act('first', 'pause', { reason: '再送检' }, 409);
    expect((await act('head', 'release', { disposal: 'returned', reason: '期限届满' })).hold.overdue).to.equal(false);
    expect((await terms())[0]?.state).to.equal('met');
    now = new Date('2026-12-14T02:00:00Z');
  });

  it('that was given more time is not overdue in the figures of its county', async () => {
    const slow = await verified();
    await done('head', slow, 'file');
    const figures = async () => {
      const path = '/api/v1/performance?level=county&period=2026-12';
      const { items } = (await (await as('head')).get<{ items: { figures: Record<string, unknown>[] }[] }>(path)).body;
      return items[0]?.figures.find(({ indicator }) => indicator === 'cases-in-time');
    };
    later(85);
    const [term] = await (await as('head')).list<{ id: string }>(
      `/api/v1/deadlines?record=${slow.id}&kind=case-decision`,
    );
    const before = await figures();
    const extend = await (await as('head')).post(`/api/v1/deadlines/${term?.id}/extend`, {
      amount: 30,
      reason: '案情复杂',
    });
    expect(extend.status).to.equal(200);
    later(20);
    const extendedTo = await figures();
    later(20);
    const over = await figures();
    expect(
      Number(over?.denominator) - Number(extendedTo?.denominator),
      'counted once the longer term is over',
    ).to.equal(1);
    expect(Number(extendedTo?.denominator)).to.be.at.least(Number(before?.denominator));
    now = new Date('2026-12-14T02:00:00Z');
  });

  it('is heard where the party asked in time, whenever that is written down, seven working days after it was told', async () => {
    const heard = await verified();
    await done('head', heard, 'file');
    const evidence = { kind: 'documentary', name: '台账', description: '销售记录', keeper: '王一', caseId: heard.id };
    await (await as('first')).create('/api/v1/case-evidence', { ...evidence, sha256: 'b'.repeat(64) });
    await done('first', heard, 'submit');
    await done('legal', heard, 'review', { opinion: '事实清楚' });
    expect((await done('head', heard, 'notify', penalty)).proposal?.hearing).to.equal(true);
    await refused(409, 'first', heard, 'request-hearing');
    const { line } = await done('first', heard, 'serve-notice', served);
    const last = addWorkingDays(dayOfNow(), 5, workCalendar);
    expect(line.now.find(({ code }) => code === 'case-hearing-request')?.lastDay).to.equal(last);
    while (dayOfNow() <= last) later(1);
    expect(await refused(409, 'first', heard, 'request-hearing', { on: dayOfNow() })).to.include('64');
    await done('first', heard, 'request-hearing', { on: last });
    await refused(409, 'first', heard, 'request-hearing', { on: last });
    await refused(409, 'first', heard, 'conclude');
    const noticeServedOn = dayOfNow();
    const first = addWorkingDays(noticeServedOn, 7, workCalendar);
    const hearing = { noticeServedOn, result: '当事人陈述，维持拟处罚意见' };
    while (dayOfNow() < first) {
      if (addWorkingDays(dayOfNow(), 1, workCalendar) === first)
        expect(await refused(400, 'legal', heard, 'hold-hearing', hearing)).to.not.include('undefined');
      later(1);
    }
    expect([409, 403]).to.include((await step('first', heard, 'hold-hearing', hearing)).status);
    await refused(404, 'stranger', heard, 'hold-hearing', hearing);
    await done('legal', heard, 'hold-hearing', hearing);
    expect((await done('first', heard, 'conclude')).state).to.equal('heard');
    await refused(409, 'head', heard, 'decide', { ...penalty, reason: '事实清楚' });
  });

  /** As far as the request for a hearing. */
  const hearingAsked = async (): Promise<Case> => {
    const found = await verified();
    await done('head', found, 'file');
    const evidence = { kind: 'documentary', name: '台账', description: '销售记录', keeper: '王一', caseId: found.id };
    await (await as('first')).create('/api/v1/case-evidence', { ...evidence, sha256: 'c'.repeat(64) });
    await done('first', found, 'submit');
    await done('legal', found, 'review', { opinion: '事实清楚' });
    await done('head', found, 'notify', penalty);
    await done('first', found, 'serve-notice', served);
    return done('first', found, 'request-hearing');
  };

  it('goes on without a hearing where the party stays away, told seven working days before', async () => {
    const asked = await hearingAsked();
    const noticeServedOn = dayOfNow();
    const first = addWorkingDays(noticeServedOn, 7, workCalendar);
    const absent = { ground: 'absent', result: '经两次书面通知，当事人未到场，未说明理由' };
    await refused(400, 'legal', asked, 'end-hearing', absent);
    while (dayOfNow() < first) {
      if (addWorkingDays(dayOfNow(), 1, workCalendar) === first)
        await refused(400, 'legal', asked, 'end-hearing', { ...absent, noticeServedOn });
      later(1);
    }
    await refused(404, 'stranger', asked, 'end-hearing', { ...absent, noticeServedOn });
    expect([403, 409]).to.include((await step('first', asked, 'end-hearing', { ...absent, noticeServedOn })).status);
    const ended = await done('legal', asked, 'end-hearing', { ...absent, noticeServedOn });
    expect(ended.hearing).to.deep.include({ ended: { on: first, ground: 'absent' }, result: absent.result });
    expect(ended.line.now.map(({ code }) => code)).to.include('case-decision');
    const papers = await (await as('first')).list<{ template: string }>(`/api/v1/case-documents?case=${asked.id}`);
    expect(papers.map(({ template }) => template)).to.include('hearing-record');
    await refused(409, 'legal', asked, 'end-hearing', { ...absent, noticeServedOn });
    await refused(409, 'legal', asked, 'hold-hearing', { noticeServedOn, result: '补开' });
    await refused(409, 'first', asked, 'request-hearing');
    expect((await done('first', asked, 'conclude')).state).to.equal('heard');
    await done('head', asked, 'discuss', { heads: ['局长', '副局长'], conclusion: '同意' });
    expect((await done('head', asked, 'decide', { ...penalty, reason: '事实清楚' })).state).to.equal('decided');
  });

  it('waits for the days of a statement where the party withdraws the hearing at once', async () => {
    const asked = await hearingAsked();
    await done('legal', asked, 'end-hearing', { ground: 'withdrawn', result: '当事人书面撤回' });
    const last = addWorkingDays(dayOfNow(), 3, workCalendar);
    while (dayOfNow() <= last) {
      await refused(409, 'first', asked, 'conclude');
      later(1);
    }
    expect((await done('first', asked, 'conclude')).state).to.equal('heard');
  });

  it('is reviewed by a lawyer where the party left a hearing that had begun, whose record its presider alone writes', async () => {
    const asked = await hearingAsked();
    const noticeServedOn = dayOfNow();
    while (dayOfNow() < addWorkingDays(noticeServedOn, 7, workCalendar)) later(1);
    const record = { caseId: asked.id, template: 'hearing-record', fields: { content: '当事人陈述后离席' } };
    expect((await (await as('first')).post('/api/v1/case-documents', record)).status).to.equal(409);
    await (await as('legal')).create('/api/v1/case-documents', record);
    await done('legal', asked, 'end-hearing', { ground: 'left', noticeServedOn, result: '未经许可中途退出' });
    await done('first', asked, 'conclude');
    await done('head', asked, 'discuss', { heads: ['局长', '副局长'], conclusion: '同意' });
    expect(await refused(409, 'head', asked, 'decide', { ...penalty, reason: '事实清楚' })).to.include('58');
  });

  it('is decided on the spot only up to the ceiling of the summary procedure, and goes to the police at a crime', async () => {
    const small = await verified();
    const onTheSpot = { kinds: ['fine'], fine: '50000', measures: [], reason: '当场' };
    await refused(400, 'first', small, 'decide-on-the-spot', onTheSpot);
    const crime = await (await as('first')).create('/api/v1/cases', {
      ...{ divisionCode: '611002', kind: 'own-finding', text: '使用禁用农药', suspect: '某农户' },
    });
    await done('first', crime as { id: string }, 'name-party', {
      kind: 'smallholder',
      legalForm: 'natural-person',
      name: '赵某',
    });
    await done('first', crime as { id: string }, 'verify', {
      ...{ officers: ['first', 'second'], acts: ['banned-pesticide-used'], actOn: '2026-10-20', facts: '使用禁用农药' },
    });
    await refused(409, 'first', crime as { id: string }, 'decide-on-the-spot', { ...onTheSpot, fine: '200' }).catch(
      () => undefined,
    );
    const gone = await done('head', crime as { id: string }, 'transfer', {
      ...{ to: 'police', authority: '商州区公安局', reason: '涉嫌犯罪' },
    });
    expect(gone.state).to.equal('transferred');
  });
});
