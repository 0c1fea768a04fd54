import { expect } from 'chai';
import { addWorkingDays, workCalendar } from '../server/calendar/index.ts';
import { dayAfter } from '../server/calendar/rules/calendar.ts';
import { Api } from './support/api.ts';
import { password, startTestPlatform, type TestPlatform } from './support/platform.ts';

interface Case {
  id: string;
  state: string;
  surcharge: { due: string };
  instalments: { amount: string; dueOn: string }[];
  proposal?: { number: string };
  court?: object;
  line: { now: { code: string; lastDay: string }[] };
}

const people = {
  head: ['supervisor'],
  deputy: ['supervisor'],
  first: ['officer'],
  second: ['officer', 'supervisor'],
  stranger: ['officer', 'supervisor'],
} as const;
type Person = keyof typeof people;

const penalty = { kinds: ['fine'], fine: '50000', measures: [] };
const served = { method: 'in-person', proof: '当事人签收' };

describe('the execution of a penalty', function () {
  this.timeout(120_000);
  let test: TestPlatform;
  let now: Date;

  before(async () => {
    now = new Date('2026-03-02T02:00:00Z');
    test = await startTestPlatform(() => now);
    for (const [username, roles] of Object.entries(people))
      await test.signInAs(username, [...roles], username === 'stranger' ? '611021' : '611002');
    for (const username of ['first', 'second'])
      await test.admin.create('/api/v1/officer-certificates', {
        ...{ username, certificateNumber: `陕H-${username}`, divisionCode: '611002' },
        ...{ validFrom: '2025-01-01', validTo: '2029-12-31' },
      });
  });
  after(() => test.stop());

  const today = () => new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  const goTo = (day: string) => {
    now = new Date(`${day}T02:00:00Z`);
  };
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
    return JSON.stringify(answer.body);
  };
  const read = async ({ id }: { id: string }) => (await (await as('head')).get<Case>(`/api/v1/cases/${id}`)).body;
  const lastDay = ({ line }: Case, code: string) => line.now.find((term) => term.code === code)?.lastDay ?? '';

  /** As far as the service of the decision. */
  async function servedCase(): Promise<Case> {
    const officer = await as('first');
    const { id } = await officer.create('/api/v1/cases', {
      ...{ divisionCode: '611002', kind: 'own-finding', text: '巡查发现', suspect: '某合作社' },
    });
    const found = { id: String(id) };
    await done('first', found, 'name-party', { kind: 'cooperative', legalForm: 'organization', name: '某合作社' });
    const acts = ['over-limit-sold'];
    const finding = { acts, actOn: '2026-02-20', facts: '销售残留超标的芹菜', valueOfGoods: '900' };
    await done('first', found, 'verify', { officers: ['first', 'second'], ...finding });
    await done('head', found, 'file');
    await officer.create('/api/v1/case-evidence', {
      ...{ caseId: id, kind: 'documentary', name: '台账', description: '销售记录', keeper: '王一' },
    });
    await done('first', found, 'submit');
    await done('deputy', found, 'review', { opinion: '事实清楚' });
    const { proposal } = await done('head', found, 'notify', penalty);
    const notices = `/api/v1/case-documents?case=${found.id}&template=prior-notice`;
    const papers = await officer.list<{ number: string }>(notices);
    expect(papers.map(({ number }) => number)).to.deep.equal([proposal?.number]);
    await done('first', found, 'serve-notice', served);
    await done('first', found, 'conclude', { waiver: '当事人书面放弃陈述、申辩和听证' });
    await done('head', found, 'discuss', { heads: ['局长', '副局长'], conclusion: '同意' });
    expect(await refused(409, 'deputy', found, 'decide', { ...penalty, reason: '事实清楚' })).to.include('审核');
    await done('head', found, 'decide', { ...penalty, reason: '事实清楚' });
    return done('first', found, 'serve', served);
  }

  it('costs three per cent more for each day from the day after the last one, at most the fine once more', async () => {
    const found = await servedCase();
    const due = found.instalments[0]?.dueOn ?? '';
    expect(lastDay(found, 'case-payment')).to.equal(due);
    const surchargeOn = async (day: string) => {
      goTo(day);
      return (await read(found)).surcharge.due;
    };
    expect(await surchargeOn(due)).to.equal('0');
    expect(await refused(409, 'first', found, 'remind', served)).to.include(due);
    expect(await surchargeOn(dayAfter(due))).to.equal('1500');
    await done('first', found, 'remind', served);
    expect(await surchargeOn(dayAfter(due, 33))).to.equal('49500');
    expect(await surchargeOn(dayAfter(due, 34))).to.equal('50000');
    expect(await surchargeOn(dayAfter(due, 90))).to.equal('50000');
    await refused(400, 'first', found, 'pay', { part: 1, receipt: 'N1', surcharge: '50000.01' });
    await refused(404, 'stranger', found, 'pay', { part: 1, receipt: 'N1' });
    await done('first', found, 'pay', { part: 1, receipt: 'N1', on: due });
    expect((await read(found)).surcharge.due, 'paid in time, told later').to.equal('0');
    expect((await done('first', found, 'complete')).state).to.equal('executed');
  });

  it('keeps what late payment had cost when instalments are allowed', async () => {
    const found = await servedCase();
    goTo(dayAfter(found.instalments[0]?.dueOn ?? '', 3));
    const parts = [20_000, 30_000].map((amount, index) => ({
      ...{ amount: String(amount), dueOn: dayAfter(today(), 30 * (index + 1)) },
    }));
    const allowed = await done('head', found, 'allow-instalments', { parts, reason: '困难' });
    expect(allowed.surcharge.due).to.equal('4500');
    goTo(parts[1]?.dueOn ?? '');
    await done('first', found, 'pay', { part: 1, receipt: 'N1', on: parts[0]?.dueOn });
    await done('first', found, 'pay', { part: 2, receipt: 'N2' });
    expect(await refused(409, 'first', found, 'complete')).to.include('加处罚款 4500 元未缴');
    await refused(400, 'first', found, 'pay', { receipt: 'N3', surcharge: '4500.01' });
    await done('first', found, 'pay', { receipt: 'N3', surcharge: '4500' });
    expect((await done('first', found, 'complete')).state).to.equal('executed');
  });

  it('is asked of the court only after the term of a lawsuit, within three months, and by the own authority', async () => {
    const found = await servedCase();
    const court = { name: '商州区人民法院' };
    goTo(dayAfter(found.instalments[0]?.dueOn ?? ''));
    await done('first', found, 'remind', served);
    const last = lastDay(found, 'case-litigation');
    const latest = lastDay(found, 'case-court-application');
    goTo(last);
    expect(await refused(409, 'head', found, 'apply-for-enforcement', court)).to.include(last);
    goTo(dayAfter(latest));
    expect(await refused(409, 'head', found, 'apply-for-enforcement', court)).to.include(latest);
    goTo(dayAfter(last));
    await refused(404, 'stranger', found, 'apply-for-enforcement', court);
    await refused(403, 'first', found, 'apply-for-enforcement', court);
    const asked = await done('head', found, 'apply-for-enforcement', court);
    expect(asked.line.now.map(({ code }) => code)).to.not.include('case-court-application');
    await refused(409, 'head', found, 'apply-for-enforcement', court);
  });

  it('waits for ten working days after the reminder', async () => {
    const found = await servedCase();
    goTo(dayAfter(lastDay(found, 'case-litigation')));
    const court = { name: '商州区人民法院' };
    expect(await refused(409, 'head', found, 'apply-for-enforcement', court)).to.include('催告');
    await done('first', found, 'remind', served);
    const last = addWorkingDays(today(), 10, workCalendar);
    goTo(last);
    expect(await refused(409, 'head', found, 'apply-for-enforcement', court)).to.include(last);
    goTo(dayAfter(last));
    await done('head', found, 'apply-for-enforcement', court);
  });

  it('costs nothing more during a review, after which the party has fifteen days for the court', async () => {
    const found = await servedCase();
    const due = found.instalments[0]?.dueOn ?? '';
    goTo(dayAfter(due, 2));
    const asked = await done('first', found, 'open-remedy', {
      ...{ kind: 'reconsideration', body: '商州区人民政府', from: today() },
    });
    expect(asked.line.now.map(({ code }) => code)).to.not.include('case-reconsideration');
    goTo(dayAfter(due, 40));
    expect((await read(found)).surcharge.due, 'the day before the review alone').to.equal('1500');
    await refused(409, 'first', found, 'remind', served);
    await refused(409, 'first', found, 'complete');
    const ended = await done('head', found, 'end-remedy', { to: today(), outcome: 'upheld' });
    const until = lastDay(ended, 'case-litigation-after-review');
    expect(until >= dayAfter(today(), 15)).to.equal(true);
    expect(ended.line.now.map(({ code }) => code)).to.not.include('case-litigation');
    await done('first', found, 'remind', served);
    const ready = [dayAfter(until), dayAfter(addWorkingDays(today(), 10, workCalendar))].toSorted();
    goTo(ready[0] ?? '');
    await refused(409, 'head', found, 'apply-for-enforcement', { name: '商州区人民法院' });
    goTo(ready[1] ?? '');
    await done('head', found, 'apply-for-enforcement', { name: '商州区人民法院' });
  });

  it('goes by the fine that a review changed, and ends where the decision was annulled', async () => {
    const found = await servedCase();
    const review = async () =>
      done('first', found, 'open-remedy', { kind: 'reconsideration', body: '区政府', from: today() });
    const parts = [20_000, 20_000, 10_000].map((amount, index) => ({
      ...{ amount: String(amount), dueOn: dayAfter(today(), 30 * (index + 1)) },
    }));
    await refused(400, 'head', found, 'allow-instalments', { parts: parts.slice(0, 2), reason: '困难' });
    await refused(403, 'first', found, 'allow-instalments', { parts, reason: '困难' });
    await done('head', found, 'allow-instalments', { parts, reason: '困难' });
    await done('first', found, 'pay', { part: 1, receipt: 'N1' });
    await review();
    const changed = { to: today(), outcome: 'changed' };
    await refused(400, 'head', found, 'end-remedy', { ...changed, outcome: 'upheld', fine: '30000' });
    await refused(400, 'head', found, 'end-remedy', { ...changed, fine: '50000.01' });
    const { instalments } = await done('head', found, 'end-remedy', { ...changed, fine: '30000' });
    expect(instalments.map(({ amount }) => amount)).to.deep.equal(['20000', '10000']);
    await done('first', found, 'open-remedy', { kind: 'litigation', body: '区法院', from: today() });
    await done('head', found, 'end-remedy', { to: today(), outcome: 'annulled' });
    for (const [who, verb, body] of [
      ['first', 'pay', { part: 2, receipt: 'N2' }],
      ['first', 'complete', {}],
      ['head', 'publish', {}],
    ] as const)
      expect(await refused(409, who, found, verb, body), verb).to.include('撤销');
    expect((await done('head', found, 'withdraw', { reason: '法院判决撤销' })).state).to.equal('withdrawn');
  });

  it('has no instalment in the past, takes no goods any more, and has no review ended by its own officers', async () => {
    const found = await servedCase();
    const past = [{ amount: '50000', dueOn: dayAfter(today(), -1) }];
    expect(await refused(400, 'head', found, 'allow-instalments', { parts: past, reason: '困难' })).to.include(
      '/parts/0',
    );
    const [piece] = await (await as('first')).list<{ id: string }>(`/api/v1/case-evidence?case=${found.id}`);
    const hold = { kind: 'seizure', keeper: '仓库', place: '执法大队' };
    const seized = await (await as('head')).post(`/api/v1/case-evidence/${piece?.id}/hold`, hold);
    expect([seized.status, JSON.stringify(seized.body.text)].join(' ')).to.match(/^409 .*此时不能再登记保存/);
    await done('first', found, 'open-remedy', { kind: 'reconsideration', body: '区政府', from: today() });
    const ended = { to: today(), outcome: 'upheld' };
    expect(await refused(409, 'second', found, 'end-remedy', ended)).to.include('本案的执法人员');
    await done('deputy', found, 'end-remedy', ended);
  });
});
