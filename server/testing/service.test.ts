import { expect } from 'chai';
import { Conflict, Forbidden, IllegalTransition, InvalidInput, NotFound } from '../errors.ts';
import type { Caller } from '../identity/index.ts';
import { sampleSchema } from './schema.ts';
import { openTestPlatform, people, refusal, type TestPlatform } from './testing-support/platform.ts';

const everything = { limit: 50 };

describe('testing: samples', () => {
  let platform: TestPlatform;
  const testing = () => platform.testing;
  const draw = (batchCode = 'TEA-1', by: Caller = people.sampler) =>
    testing().createSample(by, { batchCode, planKind: 'routine-monitoring' });
  const enter = (id: string, analyte: string, value: string | number, by: Caller = people.analyst) =>
    testing().addResult(by, id, { analyte, value, unit: 'mg/kg' });
  const stored = (id: string) => testing().getSample(people.admin, id);

  before(async () => {
    platform = await openTestPlatform();
  });
  beforeEach(() => platform.empty());
  after(() => platform.close());

  it('are drawn of a batch, with a number of their own', async () => {
    const sample = await draw();
    expect(sample).to.include({ state: 'drawn', verdict: 'pending', batchCode: 'TEA-1', divisionCode: '611002' });
    expect(sample.number).to.match(/^S20261124-[2-9A-Z]{6}$/);
    expect(() => sampleSchema.strict().parse(sample)).to.not.throw();
  });

  it('are refused for an unknown batch, a future time, another division, or one sampler in a supervised check', async () => {
    expect(await refusal(draw('NO-SUCH'))).to.be.instanceOf(InvalidInput);
    const elsewhere = await refusal(draw('TEA-1', people.elsewhere));
    expect(elsewhere)
      .to.be.instanceOf(InvalidInput)
      .and.to.have.property('message', (await refusal(draw('NO-SUCH'))).message);
    const body = { batchCode: 'TEA-1', planKind: 'supervised-check' as const };
    const alone = await refusal(testing().createSample(people.sampler, { ...body, samplers: ['王', '王'] }));
    expect(alone.errors?.[0]?.pointer).to.equal('/samplers');
    const late = testing().createSample(people.sampler, { ...body, drawnAt: '2026-11-25T00:00:00Z' });
    expect((await refusal(late)).errors?.[0]?.pointer).to.equal('/drawnAt');
    expect(await testing().createSample(people.sampler, { ...body, samplers: ['王', '李'] })).to.have.property('id');
  });

  it('are seen in their division, and by their producer, alone', async () => {
    const { id } = await draw();
    expect(await refusal(testing().getSample(people.elsewhere, id))).to.be.instanceOf(NotFound);
    expect(await refusal(testing().getSample(people.otherProducer, id))).to.be.instanceOf(NotFound);
    expect(await testing().getSample(people.producer, id)).to.include({ id });
    expect((await testing().listSamples(people.elsewhere, everything)).items).to.have.length(0);
    expect((await testing().listSamples(people.sampler, { ...everything, verdict: 'pending' })).items).to.have.length(
      1,
    );
  });

  it('go from drawing to publication', async () => {
    const { id } = await draw();
    await testing().receive(people.analyst, id, {});
    const result = await enter(id, '吡虫啉', 0.5);
    expect(result).to.include({ value: '0.5', enteredBy: 'analyst' });
    expect(result.verdict).to.include({ verdict: 'pass', limit: '0.5', clause: '4.48', food: '茶叶' });
    await testing().report(people.analyst, id);
    const published = await testing().verify(people.reviewer, id);
    expect(published).to.include({ state: 'published', verdict: 'pass' });
    expect(published.history.map(({ verb }) => verb)).to.deep.equal([
      'draw',
      'receive',
      'enter-result',
      'report',
      'verify',
    ]);
    expect([...platform.told.holds, ...platform.told.findings]).to.deep.equal([]);
    expect(() => sampleSchema.strict().parse(published)).to.not.throw();
  });

  it('are not verified by whoever entered a result or reported', async () => {
    const { id } = await draw();
    await enter(id, '吡虫啉', '0.1', people.second);
    await testing().report(people.admin, id);
    const view = await stored(id);
    expect(view.refused.find(({ verb }) => verb === 'verify')?.reason).to.have.keys('zh', 'en');
    expect(await refusal(testing().verify(people.admin, id))).to.be.instanceOf(IllegalTransition);
    expect(await refusal(testing().verify(people.second, id))).to.be.instanceOf(Forbidden);
    expect(await testing().verify(people.reviewer, id)).to.include({ state: 'published' });
  });

  it('are published once when two people verify at the same time', async () => {
    const { id } = await draw();
    await enter(id, '吡虫啉', '0.1');
    await testing().report(people.analyst, id);
    const attempts = await Promise.allSettled([
      testing().verify(people.reviewer, id),
      testing().verify({ ...people.reviewer, username: 'reviewer2' }, id),
    ]);
    expect(attempts.filter(({ status }) => status === 'fulfilled')).to.have.length(1);
    expect((await stored(id)).history.filter(({ verb }) => verb === 'verify')).to.have.length(1);
  });

  it('take one result of an analyte, whatever its name', async () => {
    const { id } = await draw();
    await enter(id, '吡虫啉', '0.1');
    for (const name of ['吡虫啉', 'Imidacloprid', '138261-41-3'])
      expect(await refusal(enter(id, name, '0.2')), name).to.be.instanceOf(Conflict);
    expect((await stored(id)).results).to.have.length(1);
  });

  it('take one of two results entered at the same time for one analyte', async () => {
    const { id } = await draw();
    await Promise.allSettled([enter(id, '吡虫啉', '0.1'), enter(id, 'imidacloprid', '0.2')]);
    expect((await stored(id)).results).to.have.length(1);
  });

  it('are never passed where there is no limit', async () => {
    const { id } = await draw('SHIITAKE-1');
    await enter(id, '吡虫啉', '<0.01');
    expect(await stored(id)).to.include({ verdict: 'no-limit' });
  });

  it('judge the parts of a residue as one, whichever comes last, and anew when one is set aside', async () => {
    const { id } = await draw();
    const words = async () => (await stored(id)).results.map(({ verdict }) => verdict.verdict);
    await testing().receive(people.analyst, id, {});
    await enter(id, '吡虫啉', '0.1');
    await enter(id, '甲拌磷', '<0.002');
    await enter(id, '甲拌磷砜', '<0.002');
    expect(await words()).to.deep.equal(['pass', 'not-comparable', 'not-comparable']);
    const last = await enter(id, 'phorate sulfoxide', '<0.002');
    expect(await words()).to.deep.equal(['pass', 'pass', 'pass', 'pass']);
    expect(last.verdict.residue).to.include({ substance: '甲拌磷', lower: '0', upper: '0.0056654' });
    await testing().retract(people.analyst, id, { resultId: last.id, reason: '峰积分错误' });
    expect(await words()).to.deep.equal(['pass', 'not-comparable', 'not-comparable']);
    await enter(id, '甲拌磷亚砜', '0.003');
    expect(await words()).to.deep.equal(['pass', 'fail', 'fail', 'fail']);
    expect(platform.told.findings).to.have.length(1);
  });

  it('hold the batch and warn at once when a result fails', async () => {
    const { id, number } = await draw('WALNUT-1');
    await enter(id, '噻虫嗪', '0.001');
    await enter(id, '吡虫啉', '0.02');
    expect(await stored(id)).to.include({ verdict: 'fail', state: 'in-test' });
    expect(platform.told.holds).to.have.length(1);
    expect(platform.told.recalls, 'a first result proposes none').to.deep.equal([]);
    expect(platform.told.holds[0]).to.deep.include({ batchCode: 'WALNUT-1' });
    expect(platform.told.holds[0]?.reason).to.include({ kind: 'failed-sample', sampleId: id });
    expect(platform.told.holds[0]?.reason.text.zh).to.contain('初检').and.to.contain(number);
    expect(platform.told.findings[0]).to.include({
      kind: 'limit-exceeded',
      level: 'orange',
      batchCode: 'WALNUT-1',
      conditionKey: 'limit-exceeded|WALNUT-1|吡虫啉',
    });
  });

  it('warn in red of a banned substance, and say at verification that the failure is verified', async () => {
    const { id } = await draw();
    await enter(id, 'Parathion', '0.003');
    expect(platform.told.findings[0]).to.include({ level: 'red', divisionCode: '611002' });
    await testing().report(people.analyst, id);
    await testing().verify(people.reviewer, id);
    expect(platform.told.holds[1]?.reason.text.zh).to.contain('已审核');
    expect(platform.told.findings).to.have.length(1);
  });

  it('store nothing of a failing result when the batch cannot be held', async () => {
    const { id } = await draw();
    platform.faults.hold = true;
    expect((await refusal(enter(id, '吡虫啉', '0.6'))).message).to.equal('the hold failed');
    expect(await stored(id)).to.deep.include({ state: 'drawn', verdict: 'pending', results: [] });
    expect(platform.told.findings).to.have.length(0);
  });

  it('show in the view exactly the verbs that succeed', async () => {
    const { id } = await draw();
    await enter(id, '吡虫啉', '0.1');
    const view = await testing().getSample(people.analyst, id);
    expect(view.allowed).to.deep.equal([
      'hand-over',
      'assign',
      'enter-result',
      'retract',
      'retest',
      'reject-test',
      'report',
    ]);
    expect(view.refused.map(({ verb }) => verb)).to.deep.equal([
      'split',
      'receive',
      'reject',
      'take',
      'return',
      'verify',
      'invalidate',
      'amend',
    ]);
  });

  it('are given to the trace by batch', async () => {
    const { id } = await draw();
    await draw('WALNUT-1');
    const [sample, ...more] = await testing().samplesOfBatches(null, ['TEA-1']);
    expect(more).to.have.length(0);
    expect(sample).to.deep.include({ id, allowed: [], refused: [] });
  });
});
