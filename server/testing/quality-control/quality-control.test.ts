import { expect } from 'chai';
import { Conflict, Forbidden, IllegalTransition, InvalidInput } from '../../errors.ts';
import { openTestPlatform, people, refusal, type TestPlatform } from '../testing-support/platform.ts';
import { runTransitions } from './lifecycle.ts';
import { chartSchema, controlSchema, criterionSchema, runSchema } from './schema.ts';

const laboratory = '商州检测站';
const method = 'GB 23200.121-2021';
const analyst = { ...people.analyst, laboratory };
const second = { ...people.second, laboratory };
const reviewer = { ...people.reviewer, laboratory };
const source = '标准物质证书 GBW(E)100000';

describe('quality control of runs', () => {
  let platform: TestPlatform;
  const testing = () => platform.testing;
  const start = () => testing().startTestRun(analyst, { name: '11-24 上午', method, instrument: 'lcms-1' });
  const setTarget = (mean = '0.1', sd = '0.01', lot = 'A') =>
    testing().setControlCriterion(reviewer, {
      ...{ kind: 'material', method, analyte: '吡虫啉', material: '茶叶质控样', lot, unit: 'mg/kg', mean, sd, source },
    });
  const measure = (run: string, value: string, lot = 'A', by = analyst) =>
    testing().enterControl(by, run, {
      ...{ kind: 'material', analyte: '吡虫啉', value, unit: 'mg/kg', material: '茶叶质控样', lot },
    });

  before(async () => {
    platform = await openTestPlatform();
  });
  beforeEach(() => platform.empty());
  after(() => platform.close());

  it('stops a run by a control that fails, until another person has put it right and the control is good', async () => {
    criterionSchema.parse(await setTarget());
    const { id } = await start();
    expect(await measure(id, '0.121')).to.include({ state: 'warning', measure: '2.100' });
    const failed = controlSchema.parse(await measure(id, '0.122'));
    expect(failed).to.include({ state: 'out-of-control' });
    expect(failed.rules).to.deep.equal(['1-2s', '2-2s']);
    const run = runSchema.parse(await testing().getTestRun(reviewer, id));
    expect(run).to.include({ state: 'out-of-control', controlCount: 2 });
    expect(run.allowed).to.include('correct').and.not.to.include('release');
    expect(run.refused.map(({ verb }) => verb)).to.include('release');

    const body = { cause: '进样针堵塞', action: '更换进样针并重新校准' };
    expect(await refusal(testing().correctTestRun(analyst, id, body))).to.be.instanceOf(IllegalTransition);
    expect(await refusal(testing().releaseTestRun(reviewer, id))).to.be.instanceOf(IllegalTransition);
    expect((await testing().correctTestRun(second, id, body)).corrections[0]).to.include({ ...body, by: 'second' });
    expect((await refusal(testing().releaseTestRun(reviewer, id))).message).to.contain('吡虫啉');
    await measure(id, '0.101');
    expect(await refusal(testing().releaseTestRun(analyst, id))).to.be.instanceOf(Forbidden);
    expect((await testing().releaseTestRun(reviewer, id)).state).to.equal('released');
    expect(await refusal(measure(id, '0.1'))).to.be.instanceOf(IllegalTransition);
  });

  it('is not released without a control, nor while nobody can tell whether one is good', async () => {
    const { id } = await start();
    expect(await refusal(testing().releaseTestRun(reviewer, id))).to.be.instanceOf(IllegalTransition);
    expect(await measure(id, '0.1')).to.include({ state: 'undecided' });
    expect(await refusal(testing().releaseTestRun(reviewer, id))).to.be.instanceOf(IllegalTransition);
    await setTarget();
    await measure(id, '0.1');
    expect((await testing().releaseTestRun(reviewer, id)).outstanding).to.deep.equal([]);
  });

  it('holds a spike of a pesticide to the default until the laboratory sets its own range', async () => {
    const { id } = await start();
    const spike = async (value: string, analyte = '吡虫啉') =>
      controlSchema.parse(
        await testing().enterControl(analyst, id, { kind: 'spike', analyte, value, added: '1', unit: 'mg/kg' }),
      );
    const byDefault = await spike('0.6');
    expect(byDefault).to.include({ state: 'in-control', measure: '60.0' });
    expect(byDefault.defaultSource).to.contain('SANTE');
    const cadmium = await spike('1', '镉');
    expect([cadmium.state, cadmium.defaultSource]).to.deep.equal(['undecided', undefined]);
    const own = { kind: 'spike', method, recoveryFrom: '70', recoveryTo: '120', source: '方法确认报告' } as const;
    await testing().setControlCriterion(reviewer, own);
    const stricter = await spike('0.65');
    expect([stricter.state, stricter.defaultSource]).to.deep.equal(['out-of-control', undefined]);
    expect(stricter.criterionId).to.be.a('string');
  });

  it('keeps the results of a run from being verified until its release', async () => {
    const sample = await testing().createSample(people.sampler, {
      batchCode: 'TEA-1',
      planKind: 'self-check',
      laboratory,
    });
    const { id } = await start();
    const result = { analyte: '吡虫啉', value: '0.01', unit: 'mg/kg', run: id };
    const entered = await testing().addResult(analyst, sample.id, result);
    expect(entered).to.include({ method, instrument: 'lcms-1' });
    expect(entered.run).to.include({ id, released: false });
    const wrong = { analyte: '噻虫嗪', value: '0.01', unit: 'mg/kg', run: id, method: 'GB 5009.1' };
    expect(await refusal(testing().addResult(analyst, sample.id, wrong))).to.be.instanceOf(InvalidInput);
    await testing().report(analyst, sample.id);
    expect((await refusal(testing().verify(reviewer, sample.id))).message).to.contain('11-24 上午');
    await setTarget();
    await measure(id, '0.1');
    await testing().releaseTestRun(reviewer, id);
    expect((await testing().verify(reviewer, sample.id)).state).to.equal('published');
    const late = testing().addResult(analyst, sample.id, result);
    expect(await refusal(late)).to.be.instanceOf(IllegalTransition);
    const other = await testing().createSample(people.sampler, { batchCode: 'TEA-1', planKind: 'self-check' });
    expect(await refusal(testing().addResult(analyst, other.id, result))).to.be.instanceOf(Conflict);
  });

  it('draws each chart against one version of its target; another version begins another chart', async () => {
    const first = await setTarget();
    const { id } = await start();
    for (const value of ['0.105', '0.104', '0.103', '0.106', '0.104', '0.103', '0.102', '0.101', '0.107'])
      expect((await measure(id, value)).state).to.equal('in-control');
    platform.told.now = new Date('2026-11-24T09:00:00Z');
    const next = await setTarget('0.104', '0.01');
    expect((await measure(id, '0.105')).state).to.equal('in-control');
    const chart = chartSchema.parse(await testing().controlChart(people.admin, first.id, { limit: 100 }));
    expect(chart.points.map(({ value }) => value).slice(0, 2)).to.deep.equal(['0.105', '0.104']);
    expect(chart.points).to.have.length(9);
    expect((await testing().controlChart(people.admin, next.id, { limit: 100 })).points).to.have.length(1);
    const listed = await testing().listControlCriteria(people.admin, { limit: 10, kind: 'material' });
    expect(listed.items.map(({ mean, setBy }) => `${mean} ${setBy}`)).to.deep.equal(['0.104 reviewer', '0.1 reviewer']);
    const backdated = {
      kind: 'blank',
      method,
      unit: 'mg/kg',
      atMost: '1',
      source,
      validFrom: '2026-01-01T00:00:00Z',
    } as const;
    expect(await refusal(testing().setControlCriterion(reviewer, backdated))).to.be.instanceOf(InvalidInput);
  });

  it('compares two materials of a run, each with its own target', async () => {
    await setTarget('0.1', '0.01', 'A');
    await setTarget('0.5', '0.02', 'B');
    const { id } = await start();
    expect((await measure(id, '0.125', 'A')).state).to.equal('warning');
    expect((await measure(id, '0.455', 'B')).rules).to.deep.equal(['1-2s', 'R-4s']);
    const { items } = await testing().listControls(people.admin, { limit: 10, state: 'out-of-control', run: id });
    expect(items.map(({ lot }) => lot)).to.deep.equal(['B']);
  });

  it('judges blanks, duplicates and spikes by the limits of the method', async () => {
    const set = (body: object) =>
      testing().setControlCriterion(reviewer, { method, source, ...body } as Parameters<
        ReturnType<typeof testing>['setControlCriterion']
      >[1]);
    await set({ kind: 'blank', unit: 'mg/kg', atMost: '0.003' });
    await set({ kind: 'spike', recoveryFrom: '70', recoveryTo: '120' });
    await set({ kind: 'duplicate', differenceAtMost: '20' });
    const { id } = await start();
    const enter = (body: object) =>
      testing().enterControl(analyst, id, { analyte: '噻虫嗪', unit: 'mg/kg', ...body } as Parameters<
        ReturnType<typeof testing>['enterControl']
      >[2]);
    expect((await enter({ kind: 'blank', value: '<0.003' })).state).to.equal('in-control');
    expect(await enter({ kind: 'spike', value: '0.09', added: '0.1' })).to.include({
      state: 'in-control',
      measure: '90.0',
    });
    expect((await enter({ kind: 'duplicate', value: '0.1', second: '0.13' })).state).to.equal('out-of-control');
    expect(await refusal(enter({ kind: 'blank', value: '1', unit: 'ug/kg' }))).to.be.instanceOf(InvalidInput);
  });

  it('never leaves the table of its life cycle', () => {
    for (const { from, to } of runTransitions)
      for (const state of [...from, ...(to ? [to] : [])]) expect(runSchema.shape.state.options).to.include(state);
  });
});
