import { expect } from 'chai';
import { Api } from '../../test/support/api.ts';
import { registerFarm } from '../../test/support/farm.ts';
import { password, startTestPlatform, type TestPlatform } from '../../test/support/platform.ts';
import data from './data/checklists.json' with { type: 'json' };
import { asked, type Checklist } from './rules/checklist.ts';

const checklist = data[0] as Checklist;

describe('supervision', function () {
  this.timeout(60_000);
  let test: TestPlatform;
  let now = new Date();
  let county: Api;
  let elsewhere: Api;
  let producer: Api;
  let producerId: string;
  let producerKind: string;

  before(async () => {
    test = await startTestPlatform(() => now);
    const farm = await registerFarm(test.admin, '611002104');
    producerId = farm.producerId;
    producerKind = String((await test.admin.get(`/api/v1/producers/${producerId}`)).body.kind);
    for (const index of [1, 2, 3, 4, 5])
      await test.admin.create('/api/v1/producers', {
        name: `第${index}合作社`,
        kind: 'cooperative',
        divisionCode: index === 5 ? '611021102' : '611002105',
      });
    county = await test.signInAs('county', ['supervisor'], '611002');
    elsewhere = await test.signInAs('elsewhere', ['supervisor'], '611021');
    producer = await test.signInAs('producer', ['producer'], '611002104', producerId);
  });
  after(() => test.stop());

  const submission = (no: readonly string[] = []) => {
    const given: { item: string; answer: 'yes' | 'no' }[] = [];
    for (;;) {
      const next = asked(checklist, producerKind, given).find(({ item }) => !given.some((each) => each.item === item));
      if (!next) break;
      given.push({ item: next.item, answer: no.includes(next.item) ? 'no' : 'yes' });
    }
    return { answers: given, begunAt: now.toISOString(), finishedAt: now.toISOString(), photos: ['a'.repeat(64)] };
  };
  const begun = async () => String((await county.create('/api/v1/inspections', { producerId, kind: 'routine' })).id);
  const post = (api: Api, id: string, verb: string, body: object) =>
    api.post(`/api/v1/inspections/${id}/${verb}`, body);

  it('finds, orders, is answered by the producer, re-checks and closes; a severe finding opens one clue', async () => {
    const id = await begun();
    expect((await post(county, id, 'submit', { ...submission(), answers: [] })).status).to.equal(400);
    const submitted = await post(county, id, 'submit', submission(['banned-inputs', 'labels']));
    expect(submitted.body).to.include({ state: 'submitted' });
    expect((await post(county, id, 'submit', submission(['banned-inputs', 'labels']))).body).to.include({ id });
    const clues = await county.list<{ state: string; clue: { kind: string; sources: { id: string }[] } }>(
      `/api/v1/cases?resource=inspections&record=${id}`,
    );
    expect(clues.map(({ state, clue }) => [state, clue.kind, clue.sources[0]?.id])).to.deep.equal([
      ['clue', 'inspection', id],
    ]);
    expect(submitted.body.allowed).to.deep.equal(['order-rectification']);
    expect((await post(county, id, 'close', {})).status).to.equal(409);
    const due = new Date(now.getTime() + 10 * 86_400_000).toISOString();
    expect((await post(elsewhere, id, 'order-rectification', { text: '封存', due })).status).to.equal(404);
    expect((await post(county, id, 'order-rectification', { text: '封存禁用农药', due })).body.state).to.equal(
      'rectifying',
    );
    const deadline = async () => (await producer.list(`/api/v1/deadlines?record=${id}`)).map(({ state }) => state);
    expect(await deadline()).to.deep.equal(['running']);
    expect((await post(county, id, 'answer', { text: '代答' })).status, 'the producer alone answers').to.equal(403);
    expect((await post(producer, id, 'answer', { text: '已上交处置' })).body.state).to.equal('answered');
    expect(await deadline()).to.deep.equal(['met']);
    expect((await post(county, id, 'fail-recheck', { note: '仍有存放', due })).body.state).to.equal('rectifying');
    now = new Date(now.getTime() + 11 * 86_400_000);
    await test.platform.services.deadlines.lookAtDue();
    county = await Api.signIn(test.url, 'county', password);
    elsewhere = await Api.signIn(test.url, 'elsewhere', password);
    producer = await Api.signIn(test.url, 'producer', password);
    expect(await deadline()).to.have.members(['met', 'overdue']);
    expect((await post(county, id, 'pass-recheck', { note: '已整改' })).body.state).to.equal('closed');
    expect(await deadline()).to.deep.equal(['met', 'met']);
  });

  it('is sent from the field once, however often it is sent; another submission is kept for a person to decide', async () => {
    const id = 'ab'.repeat(12);
    const create = () => county.post('/api/v1/inspections', { id, producerId, kind: 'special' });
    expect([(await create()).status, (await create()).status]).to.deep.equal([201, 201]);
    expect(await county.list('/api/v1/inspections?kind=special')).to.have.length(1);
    const first = submission(['labels']);
    for (const _ of [1, 2]) expect((await post(county, id, 'submit', first)).body.state).to.equal('submitted');
    const other = submission();
    for (const _ of [1, 2]) expect((await post(county, id, 'submit', other)).status).to.equal(409);
    const { body } = await county.get<{ conflicts: { id: string }[]; findings: unknown[] }>(
      `/api/v1/inspections/${id}`,
    );
    expect(body.conflicts).to.have.length(1);
    expect(body.findings).to.have.length(1);
    const wish = { conflict: body.conflicts[0]?.id, keep: 'submitted', reason: '以后者为准' };
    const decided = await post(county, id, 'decide-conflict', wish);
    expect(decided.body.findings).to.deep.equal([]);
    expect((await post(county, id, 'decide-conflict', wish)).status).to.equal(409);
    expect((await post(county, id, 'close', {})).body.state).to.equal('closed');
  });

  it('is planned by a routine or special plan that names who inspects whom, in its division, without conflicts', async () => {
    const outside = (await elsewhere.list<{ id: string; divisionCode: string }>('/api/v1/producers')).find(
      ({ divisionCode }) => divisionCode === '611021102',
    );
    const plan = (more: object, api = county) =>
      api.post('/api/v1/inspection-plans', { title: '茶园农药专项', kind: 'special', year: 2026, ...more });
    const tasks = [{ producerId, inspectors: ['county', 'town'] }];
    const faults = async (more: object) => {
      const { status, body } = await plan(more);
      expect(status).to.equal(400);
      return (body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer);
    };
    expect(await faults({})).to.deep.equal(['/tasks']);
    expect(await faults({ tasks, count: 1 })).to.deep.equal(['/count']);
    expect(await faults({ tasks, kind: 'random' })).to.deep.equal(['/count', '/inspectors', '/tasks']);
    expect(await faults({ tasks: [...tasks, ...tasks] })).to.deep.equal(['/tasks/1/producerId']);
    expect(await faults({ tasks: [{ producerId: outside?.id, inspectors: ['county'] }] })).to.deep.equal([
      '/tasks/0/producerId',
    ]);
    const inspectors = [{ username: 'town', conflictsWith: [producerId] }];
    expect(await faults({ tasks, inspectors })).to.deep.equal(['/tasks/0/inspectors']);
    expect((await plan({ tasks, divisionCode: '611002' }, elsewhere)).status, 'another county').to.be.oneOf([400, 403]);

    const { status, body } = await plan({ tasks });
    expect(status).to.equal(201);
    expect(body).to.include({ kind: 'special', state: 'issued', count: 1 });
    const path = `/api/v1/inspection-plans/${body.id}`;
    expect((await county.post(`${path}/draw`, {})).status, 'is not drawn').to.equal(409);
    const [inspection] = await county.list<{ id: string; kind: string; inspectors: string[] }>(
      `/api/v1/inspections?plan=${body.id}`,
    );
    expect(inspection).to.deep.include({ kind: 'special', inspectors: ['county', 'town'], state: 'planned' });
    await post(county, String(inspection?.id), 'submit', submission());
    expect((await county.get(path)).body.completion).to.deep.equal({ planned: 1, submitted: 1, closed: 0 });
    const kinds = async (kind: string) =>
      (await county.list<{ id: string }>(`/api/v1/inspection-plans?kind=${kind}`)).map(({ id }) => id);
    expect(await kinds('special')).to.include(String(body.id));
    expect(await kinds('random')).to.not.include(String(body.id));
  });

  it('is due on the day of its task, of its plan or of the period, told to its inspectors and not to the producer', async () => {
    const year = now.getUTCFullYear() + 1;
    const plan = (more: object) =>
      county.post('/api/v1/inspection-plans', { title: '茶园专项', kind: 'special', year, quarter: 1, ...more });
    const task = { producerId, inspectors: ['county', 'town'] };
    const past = (await plan({ tasks: [{ ...task, due: '2026-01-01' }], due: '2026-01-01' })).body;
    expect((past as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer)).to.deep.equal(['/due']);
    const dueOf = async (more: object) => {
      const { body } = await plan(more);
      const [inspection] = await county.list<{ id: string }>(`/api/v1/inspections?plan=${body.id}`);
      const path = `/api/v1/deadlines?resource=inspections&record=${inspection?.id}`;
      const [deadline] = await county.list<{ lastDay: string; kind: string; state: string }>(path);
      return { plan: body.due, id: String(inspection?.id), path, deadline };
    };
    const [first, second, third] = [`${year}-01-20`, `${year}-02-10`, `${year}-03-31`];
    expect((await dueOf({ tasks: [{ ...task, due: first }], due: second })).deadline?.lastDay).to.equal(first);
    expect((await dueOf({ tasks: [task], due: second })).deadline?.lastDay).to.equal(second);
    const { deadline, id, path, plan: shown } = await dueOf({ tasks: [task] });
    expect([deadline?.kind, deadline?.lastDay, deadline?.state, shown]).to.deep.equal([
      ...['planned-inspection', third, 'running', third],
    ]);
    expect(await producer.list(path), 'the producer').to.deep.equal([]);
    expect(await elsewhere.list(path), 'another county').to.deep.equal([]);
    await post(county, id, 'submit', submission());
    expect((await county.list<{ state: string }>(path)).map(({ state }) => state)).to.deep.equal(['met']);
  });

  it('is planned by a draw that anybody can repeat, once, among those of the division alone', async () => {
    const plan = await county.create('/api/v1/inspection-plans', {
      title: '三季度双随机',
      year: 2026,
      quarter: 3,
      count: 3,
      inspectors: [{ username: 'county', conflictsWith: [producerId] }, { username: 'wang' }, { username: 'li' }],
    });
    const draw = (api: Api) =>
      api.post(`/api/v1/inspection-plans/${plan.id}/draw`, { seed: 'lottery-2026-0917-0312', seedSource: '公开摇号' });
    expect((await draw(elsewhere)).status).to.equal(404);
    const drawn = await draw(county);
    expect(drawn.status, JSON.stringify(drawn.body)).to.equal(200);
    expect(drawn.body.completion).to.deep.equal({ planned: 3, submitted: 0, closed: 0 });
    expect((await draw(county)).status).to.equal(409);
    const check = await county.get<{ same: boolean }>(`/api/v1/inspection-plans/${plan.id}/draw-check`);
    expect(check.body.same).to.equal(true);
    const inspections = await county.list<{
      id: string;
      producerId: string;
      inspectors: string[];
      divisionCode: string;
    }>(`/api/v1/inspections?plan=${plan.id}`);
    for (const each of inspections) {
      expect(each.inspectors).to.have.length(2);
      expect(each.divisionCode).to.match(/^611002/);
      if (each.producerId === producerId) expect(each.inspectors).to.have.members(['wang', 'li']);
    }
    const admin = await Api.signIn(test.url, 'admin', password);
    const log = await admin.list<{ changes: { field: string }[] }>(
      `/api/v1/audit-log?resource=inspection-plans&record=${plan.id}`,
    );
    expect(log.flatMap(({ changes }) => changes.map(({ field }) => field))).to.include('draw');
    await post(county, String(inspections[0]?.id), 'begin', {});
    expect((await county.get(`/api/v1/inspection-plans/${plan.id}`)).body.completion).to.include({ submitted: 0 });
  });
});
