import { expect } from 'chai';
import { Conflict, Forbidden, IllegalTransition, InvalidInput } from '../errors.ts';
import { resultImportSchema } from './result-imports/schema.ts';
import { openTestPlatform, people, refusal, type TestPlatform } from './testing-support/platform.ts';

describe('testing: who tests, and how results come in', () => {
  let platform: TestPlatform;
  const testing = () => platform.testing;
  const draw = (laboratory?: string) =>
    testing().createSample(people.sampler, { batchCode: 'TEA-1', planKind: 'self-check', laboratory });
  const csv = (...rows: string[]) => Buffer.from(['样品编号,项目,结果,单位,检测方法', ...rows].join('\n'));

  before(async () => {
    platform = await openTestPlatform();
  });
  beforeEach(() => platform.empty());
  after(() => platform.close());

  it('is for whoever is authorized for the method, once a laboratory keeps authorizations', async () => {
    const laboratory = '商州检测站';
    const analyst = { ...people.analyst, laboratory };
    const reviewer = { ...people.reviewer, laboratory };
    const { id } = await draw(laboratory);
    const enter = (analyte: string, method?: string) =>
      testing().addResult(analyst, id, { analyte, value: '0.1', unit: 'mg/kg', ...(method && { method }) });
    await enter('吡虫啉');
    const grant = {
      username: 'analyst',
      method: 'GB 23200.121-2021',
      laboratory,
      divisionCode: '611002',
      validFrom: '2026-01-01',
      validTo: '2026-11-24',
    };
    const own = testing().grantAuthorization(reviewer, { ...grant, username: 'reviewer' });
    expect(await refusal(own)).to.be.instanceOf(InvalidInput);
    const granted = await testing().grantAuthorization(reviewer, grant);
    expect(await refusal(enter('噻虫嗪'))).to.be.instanceOf(Forbidden);
    expect(await refusal(enter('噻虫嗪', 'GB 5009.1'))).to.be.instanceOf(Forbidden);
    await enter('噻虫嗪', 'gb 23200.121—2021');
    platform.told.now = new Date('2026-11-24T16:00:00Z');
    expect((await refusal(enter('氟虫腈', grant.method))).message).to.contain('has ended');
    platform.told.now = new Date('2026-11-24T08:00:00Z');
    await testing().revokeAuthorization(reviewer, granted.id, { reason: '离岗' });
    expect((await refusal(enter('氟虫腈', grant.method))).message).to.contain('revoked');
    expect(await refusal(testing().revokeAuthorization(reviewer, granted.id, { reason: '再' }))).to.be.instanceOf(
      Conflict,
    );
  });

  it('is listed by analyst, with what nobody has been asked to do apart', async () => {
    const { id } = await draw();
    await testing().assign(people.reviewer, id, {
      asked: [{ analyte: '吡虫啉', analyst: 'analyst' }, { analyte: '噻虫嗪' }],
    });
    const analytes = async (query: object) =>
      (await testing().workList(people.analyst, query)).items.map(({ test }) => test.analyte);
    expect(await analytes({})).to.deep.equal(['吡虫啉']);
    expect(await analytes({ unassigned: 'true' })).to.deep.equal(['噻虫嗪']);
    expect(await analytes({ analyst: 'second' })).to.deep.equal([]);
    await testing().addResult(people.analyst, id, { analyte: '吡虫啉', value: '0.1', unit: 'mg/kg' });
    expect(await analytes({})).to.deep.equal([]);
  });

  it('waits for an analyst where nobody has it: for whoever is authorized for its method, until one takes it', async () => {
    const laboratory = '商州检测站';
    const [analyst, second, reviewer] = [people.analyst, people.second, people.reviewer].map((person) => ({
      ...person,
      laboratory,
    })) as [typeof people.analyst, typeof people.second, typeof people.reviewer];
    const term = { laboratory, divisionCode: '611002', validFrom: '2026-01-01', validTo: '2026-12-31' };
    const method = 'GB 23200.121-2021';
    await testing().grantAuthorization(reviewer, { ...term, username: 'analyst', method });
    await testing().grantAuthorization(reviewer, { ...term, username: 'second', method: 'GB 5009.15' });
    const { id } = await draw(laboratory);
    const { id: resultId } = await testing().addResult(analyst, id, {
      analyte: '吡虫啉',
      value: '0.1',
      unit: 'mg/kg',
      method,
    });
    await testing().retest(analyst, id, { resultId, reason: '接近限量' });

    const waiting = async (who: typeof analyst) => (await testing().workList(who, {})).waitingForAnalyst;
    expect([await waiting(analyst), await waiting(second)]).to.deep.equal([1, 0]);
    expect((await testing().workList(second, { unassigned: 'true' })).items).to.deep.equal([]);
    const [item] = (await testing().workList(analyst, { unassigned: 'true' })).items;
    expect(item?.test).to.include({ analyte: '吡虫啉', cause: 'retest', method });
    const take = (who: typeof analyst) => testing().take(who, id, { testId: String(item?.test.id) });
    expect(await refusal(take(second))).to.be.instanceOf(Forbidden);
    const asked = [{ analyte: '吡虫啉', method, analyst: 'second' }];
    const wrong = await refusal(testing().assign(reviewer, id, { asked }));
    expect(wrong.errors?.[0]?.pointer).to.equal('/asked/0/analyst');

    const both = await Promise.allSettled([take(analyst), take(analyst)]);
    expect(both.map(({ status }) => status).toSorted()).to.deep.equal(['fulfilled', 'rejected']);
    expect(await waiting(analyst)).to.equal(0);
    expect((await testing().workList(analyst, {})).items.map(({ test }) => test.id)).to.deep.equal([item?.test.id]);
    expect(await refusal(take(analyst))).to.be.instanceOf(IllegalTransition);
  });

  it('comes from tables with the time when it was measured, as it is written in China', async () => {
    const { id, number } = await draw();
    platform.told.now = new Date('2026-11-24T10:00:00Z');
    const table = (time: string) => Buffer.from(`样品编号,项目,结果,单位,检测时间\n${number},吡虫啉,0.1,mg/kg,${time}`);
    const wrong = await testing().importResults(people.analyst, {}, table('昨天'));
    expect(wrong.problems.map(({ column }) => column)).to.deep.equal(['measuredAt']);
    const good = table('2026/11/24 17:30');
    const { digest } = await testing().importResults(people.analyst, {}, good);
    await testing().importResults(people.analyst, { digest }, good);
    const [result] = (await testing().getSample(people.analyst, id)).results;
    expect(result?.measuredAt).to.equal('2026-11-24T09:30:00.000Z');
  });

  it('comes from tables: tried first with every problem by its line, then stored whole', async () => {
    const first = await draw();
    const second = await draw();
    const bad = csv(`${first.number},吡虫啉,0.1,mg/kg,`, 'S0,吡虫啉,0.1,mg/kg,', `${second.number},吡虫啉,很多,mg/kg,`);
    const report = await testing().importResults(people.analyst, {}, bad);
    expect(report).to.include({ rows: 3, loaded: false });
    expect(report.problems.map(({ line }) => line)).to.deep.equal([3, 4]);
    const { digest } = report;
    expect(await refusal(testing().importResults(people.analyst, { digest }, bad))).to.be.instanceOf(Conflict);
    expect((await testing().getSample(people.admin, first.id)).results).to.have.length(0);

    const good = csv(`${first.number},吡虫啉,0.6,mg/kg,GB 23200.121-2021`, `${second.number},吡虫啉,<0.01,mg/kg,`);
    const trial = await testing().importResults(people.analyst, {}, good);
    expect(trial.problems).to.deep.equal([]);
    expect(trial.verdicts.map(({ line, verdict }) => [line, verdict])).to.deep.equal([
      [2, 'fail'],
      [3, 'pass'],
    ]);
    expect(() => resultImportSchema.strict().parse(trial)).to.not.throw();
    expect((await testing().getSample(people.admin, first.id)).results).to.have.length(0);
    const loaded = await testing().importResults(people.analyst, { digest: trial.digest }, good);
    expect(loaded.loaded).to.equal(true);
    expect((await testing().getSample(people.admin, first.id)).verdict).to.equal('fail');
    expect((await testing().getSample(people.admin, second.id)).verdict).to.equal('pass');
    const again = await testing().importResults(people.analyst, {}, good);
    expect(again.problems.map(({ line }) => line)).to.deep.equal([2, 3]);
  });

  it('comes from instruments, and counts when an analyst answers for it', async () => {
    const { id, number } = await draw();
    const result = {
      device: 'lcms-1',
      sample: number,
      analyte: '吡虫啉',
      value: '0.1',
      unit: 'mg/kg',
      at: platform.told.now,
      receivedAt: platform.told.now,
    };
    await Promise.all([1, 2, 3].map(() => testing().storeDeviceResults([result])));
    expect((await testing().storeDeviceResults([{ ...result, value: '0.2' }])).refused[0]?.reason).to.contain('0.1');
    expect((await testing().storeDeviceResults([{ ...result, sample: 'S0' }])).refused).to.have.length(1);
    const [waiting, ...more] = (await testing().listInstrumentResults(people.analyst, { limit: 10 })).items;
    expect(more).to.have.length(0);
    expect((await testing().getSample(people.admin, id)).results).to.have.length(0);
    const body = { method: 'GB 23200.121-2021', loq: '0.01' };
    await testing().acceptInstrumentResult(people.analyst, String(waiting?.id), body);
    const [stored] = (await testing().getSample(people.admin, id)).results;
    expect(stored).to.include({ instrument: 'lcms-1', enteredBy: 'analyst', value: '0.1', loq: '0.01' });
    const overdue = { ...result, device: 'lcms-overdue', analyte: '噻虫胺' };
    expect((await testing().storeDeviceResults([overdue, overdue])).refused).to.deep.equal([]);
    expect(platform.told.lapses).to.deep.equal(['lcms-overdue']);
    const [marked] = (await testing().listInstrumentResults(people.analyst, { limit: 10, state: 'waiting' })).items;
    expect(marked?.calibration).to.equal('overdue');
    await testing().acceptInstrumentResult(people.analyst, String(marked?.id), body);
    expect((await testing().getSample(people.admin, id)).results.at(-1)).to.include({ calibration: 'overdue' });
    const twice = testing().acceptInstrumentResult(people.analyst, String(waiting?.id), {});
    expect(await refusal(twice)).to.be.instanceOf(Conflict);
    const unknown = { analyte: '噻虫嗪', value: '1', unit: 'mg/kg', instrument: 'no-such' };
    expect(await refusal(testing().addResult(people.analyst, id, unknown))).to.be.instanceOf(InvalidInput);
  });
});
