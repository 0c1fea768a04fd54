import { expect } from 'chai';
import { Types } from 'mongoose';
import { Api } from '../../test/support/api.ts';
import { password, startTestPlatform, type TestPlatform } from '../../test/support/platform.ts';
import { system } from '../database/change-log/actor.ts';
import { inTransaction, type Work } from '../database/transaction.ts';
import type { Caller } from '../identity/index.ts';
import type { DeadlineView, NewDeadline } from './index.ts';

const day = 86_400_000;
const kinds = [
  {
    kind: 'test-answer',
    title: { zh: '答复', en: 'Answer' },
    amount: 15,
    unit: 'working-day',
    clause: '试验办法 1',
    source: 'made up for this test',
    warnBefore: [{ count: 3, unit: 'working-day' }],
    whenPassed: 'warn',
    consequence: { zh: '逾期答复', en: 'The answer is late' },
    extension: { most: 15, times: 1, clause: '试验办法 2' },
    suspension: { clause: '试验办法 3' },
    changedByHand: true,
  },
  {
    kind: 'test-expiry',
    title: { zh: '有效期', en: 'Validity' },
    clause: '试验办法 4',
    source: 'made up for this test',
    warnBefore: [
      { count: 90, unit: 'day' },
      { count: 30, unit: 'day' },
      { count: 7, unit: 'day' },
    ],
    whenPassed: 'lapse',
  },
];

const county: Caller = { userId: 'u', username: 'county', roles: ['supervisor'], divisionCode: '611002' };
const city: Caller = { ...county, username: 'city', divisionCode: '611000' };

describe('deadlines', function () {
  this.timeout(60_000);
  let test: TestPlatform;
  let now: Date;
  const lapsed: string[] = [];
  let failing = true;

  before(async () => {
    now = new Date('2026-03-02T02:00:00Z');
    test = await startTestPlatform(() => now);
    deadlines().register(kinds, {
      'test-expiry': async (_work, { subject }) => {
        if (failing && subject.id === 'stubborn') throw new Error('the element is not ready');
        lapsed.push(subject.id);
      },
    });
    await test.signInAs('county', ['supervisor'], '611002');
    await test.signInAs('elsewhere', ['supervisor'], '611021');
  });
  after(() => test.stop());

  const deadlines = () => test.platform.services.deadlines;
  const at = (time: string) => {
    now = new Date(time);
  };
  const act = <Result>(step: (work: Work) => Promise<Result>): Promise<Result> =>
    inTransaction(test.platform.context, system('test'), step);
  const signIn = (username: string) => Api.signIn(test.url, username, password);
  const wish = (id: string, more: Partial<NewDeadline> = {}): NewDeadline => ({
    kind: 'test-answer',
    subject: { resource: 'things', id, label: `事项 ${id}` },
    divisionCode: '611002',
    responsible: { usernames: ['county'] },
    startedBy: 'receive',
    startedAt: now,
    ...more,
  });
  const start = async (id: string, more: Partial<NewDeadline> = {}) =>
    (await act((work) => deadlines().startDeadline(work, wish(id, more))))._id.toHexString();
  const read = (id: string) => deadlines().get(county, id);
  const list = async (caller: Caller, query: object) =>
    (await deadlines().list(caller, { limit: 50, ...query })).items.map(({ subject }) => subject.id);
  const reference = (id: string, kind = 'test-answer') => ({ kind, resource: 'things', id });
  const warnings = async () => (await test.platform.services.warnings.list(county, { limit: 50 })).items;

  it('runs by working days, reminds, is overdue, warns once and is met late', async () => {
    const id = await start('a');
    expect(await read(id)).to.include({ state: 'running', lastDay: '2026-03-23', clause: '试验办法 1' });
    at('2026-03-18T15:59:59Z');
    await deadlines().lookAtDue();
    expect(await warnings()).to.deep.equal([]);
    at('2026-03-18T16:00:00Z');
    await deadlines().lookAtDue();
    await deadlines().lookAtDue();
    const [near, ...none] = await warnings();
    expect(none).to.deep.equal([]);
    expect(near).to.include({ level: 'blue', active: true });
    expect((await read(id)).workingDaysLeft).to.equal(2);
    at('2026-03-23T15:59:59Z');
    await deadlines().lookAtDue();
    expect(await read(id)).to.include({ state: 'running', workingDaysLeft: 0 });
    at('2026-03-23T16:00:00Z');
    await deadlines().lookAtDue();
    expect((await read(id)).state).to.equal('overdue');
    const [passed, ...others] = await warnings();
    expect(others).to.deep.equal([]);
    expect(passed?.level).to.equal('yellow');
    expect(passed?.title.en).to.equal('Deadline passed: Answer');
    const late = await deadlines()
      .extendByHand(county, id, { amount: 5, reason: '晚了' })
      .catch((error: Error) => error);
    expect(late).to.have.property('status', 409);
    await act((work) => deadlines().meetDeadline(work, reference('a'), now));
    expect(await read(id)).to.include({ state: 'met', late: true });
    expect((await warnings())[0]?.active).to.equal(false);
    expect(await act((work) => deadlines().meetDeadline(work, reference('a'), now))).to.equal(null);
  });

  it('is extended and suspended with the reason kept, as far as its provision allows', async () => {
    at('2026-04-07T02:00:00Z');
    const id = await start('b');
    expect((await read(id)).lastDay).to.equal('2026-04-28');
    let api = await signIn('county');
    const elsewhere = await signIn('elsewhere');
    const extend = (amount: number) => api.post(`/api/v1/deadlines/${id}/extend`, { amount, reason: '案情复杂' });
    expect((await extend(16)).status).to.equal(409);
    expect((await elsewhere.post(`/api/v1/deadlines/${id}/extend`, { amount: 1, reason: 'x' })).status).to.equal(404);
    expect((await extend(2)).body).to.include({ lastDay: '2026-04-30' });
    expect((await extend(1)).status, 'a second time').to.equal(409);
    at('2026-04-09T02:00:00Z');
    api = await signIn('county');
    const suspended = await api.post(`/api/v1/deadlines/${id}/suspend`, { reason: '送检' });
    expect(suspended.body).to.include({ state: 'suspended', lastDay: '2026-04-30' });
    expect(suspended.body.allowed).to.deep.equal(['resume']);
    at('2026-06-01T02:00:00Z');
    await deadlines().lookAtDue();
    expect((await read(id)).state).to.equal('suspended');
    api = await signIn('county');
    const resumed = await api.post(`/api/v1/deadlines/${id}/resume`, { reason: '检测完成' });
    // 9 April was the second of 17 working days; fifteen are left after 1 June, 19 June is a holiday.
    expect(resumed.body).to.include({ state: 'running', lastDay: '2026-06-23' });
    expect(
      (resumed.body as unknown as DeadlineView).changes.map(({ verb, by, reason }) => `${verb} ${by} ${reason}`),
    ).to.deep.equal(['extend county 案情复杂', 'suspend county 送检', 'resume county 检测完成']);
    await act((work) => deadlines().meetDeadline(work, reference('b'), now));
    expect(await read(id)).to.include({ state: 'met', late: false });
  });

  it('is one of a kind for each record, and falls away with it', async () => {
    const id = await start('c');
    const twice = await start('c').catch((error: Error) => error);
    expect(twice).to.have.property('status', 409);
    await start('c', { subject: { resource: 'things', id: 'c', label: 'c', part: '2' } });
    await act((work) => deadlines().voidAll(work, { resource: 'things', id: 'c' }, '撤回'));
    expect(await read(id)).to.include({ state: 'void', reason: '撤回' });
    expect(await list(county, { record: 'c', open: 'true' })).to.deep.equal([]);
    expect(await start('c')).to.not.equal(id);
  });

  it('lapses by itself through a year of looks, and one that fails keeps no other', async () => {
    at('2026-12-01T02:00:00Z');
    const setTo = new Date('2027-11-30T16:00:00Z');
    const expiry = (id: string) => start(id, { kind: 'test-expiry', setTo });
    const [first] = [await expiry('d'), await expiry('stubborn')];
    const levels: string[] = [];
    for (; now < new Date('2027-12-03T02:00:00Z'); now = new Date(now.getTime() + 5 * day)) {
      await deadlines().lookAtDue();
      levels.push(String((await read(first)).warnAt));
    }
    expect(new Set(levels)).to.deep.equal(
      new Set(['2027-09-01T16:00:00.000Z', '2027-10-31T16:00:00.000Z', '2027-11-23T16:00:00.000Z', 'undefined']),
    );
    expect(await read(first)).to.include({ state: 'lapsed' });
    expect(lapsed).to.deep.equal(['d']);
    failing = false;
    await deadlines().lookAtDue();
    expect(lapsed).to.deep.equal(['d', 'stubborn']);
  });

  it('lists the most urgent first, page by page, and whose they are', async () => {
    at('2028-01-03T02:00:00Z');
    const producerId = new Types.ObjectId().toHexString();
    for (const [id, days] of [
      ['e3', 30],
      ['e1', 10],
      ['e2', 20],
    ] as const)
      await start(id, {
        kind: 'test-expiry',
        setTo: new Date(now.getTime() + days * day),
        producerId,
        responsible: { role: 'supervisor' },
      });
    const api = await signIn('county');
    const paged: string[] = [];
    for (let cursor = ''; ; ) {
      const { body } = await api.get<{ items: DeadlineView[]; nextCursor: string | null }>(
        `/api/v1/deadlines?state=running&kind=test-expiry&limit=1${cursor}`,
      );
      paged.push(...body.items.map(({ subject }) => subject.id));
      if (body.nextCursor === null) break;
      cursor = `&cursor=${body.nextCursor}`;
    }
    expect(paged).to.deep.equal(['e1', 'e2', 'e3']);
    expect(await list(county, { mine: 'true', open: 'true', kind: 'test-expiry' })).to.deep.equal(['e1', 'e2', 'e3']);
    expect(await list(city, { mine: 'true', open: 'true' })).to.deep.equal([]);
    expect(await list({ ...county, divisionCode: '611021' }, { open: 'true' })).to.deep.equal([]);
    expect((await api.get('/api/v1/deadlines?cursor=bm90IG9uZQ')).status).to.equal(400);
  });

  it('are a calendar by a secret address that can be revoked', async () => {
    const [api, elsewhere, admin] = [await signIn('county'), await signIn('elsewhere'), await signIn('admin')];
    const feed = await api.create('/api/v1/calendar-feeds', { name: '手机' });
    const address = String(feed.url);
    const load = () => fetch(address);
    const answer = await load();
    expect(answer.headers.get('content-type')).to.equal('text/calendar; charset=utf-8');
    const text = await answer.text();
    expect(text.match(/BEGIN:VEVENT/g)).to.have.length(4);
    expect(text).to.include('DTSTART;VALUE=DATE:20280113').and.to.not.include('county');
    expect(JSON.stringify(await api.list('/api/v1/calendar-feeds'))).to.not.include(address.split('token=')[1]);
    expect((await fetch(`${address}x`)).status).to.equal(404);
    const { status } = await elsewhere.send('DELETE', `/api/v1/calendar-feeds/${feed.id}`);
    expect(status).to.equal(404);
    const [user] = await admin.list<{ id: string }>('/api/v1/users?username=county');
    await admin.post(`/api/v1/users/${user?.id}/disable`, { reason: '离任' });
    expect((await load()).status).to.equal(404);
    await admin.post(`/api/v1/users/${user?.id}/enable`, { reason: '返岗' });
    expect((await load()).status).to.equal(200);
    const again = await signIn('county');
    expect((await again.send('DELETE', `/api/v1/calendar-feeds/${feed.id}`)).status).to.equal(204);
    expect((await load()).status).to.equal(404);
  });
});
