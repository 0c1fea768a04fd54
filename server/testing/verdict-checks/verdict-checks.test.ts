import { expect } from 'chai';
import { Types } from 'mongoose';
import { system } from '../../database/change-log/actor.ts';
import { unscoped } from '../../database/guard.ts';
import { inTransaction } from '../../database/transaction.ts';
import { InvalidInput } from '../../errors.ts';
import { openTestPlatform, people, refusal, type TestPlatform } from '../testing-support/platform.ts';
import { verdictCheckSchema } from './schema.ts';

describe('testing: verdicts and what they follow from', () => {
  let platform: TestPlatform;
  const testing = () => platform.testing;
  type Body = Parameters<TestPlatform['testing']['addResult']>[2];
  type Drawn = Parameters<TestPlatform['testing']['createSample']>[1];
  const draw = async (changes: Partial<Drawn> = {}) =>
    (await testing().createSample(people.sampler, { batchCode: 'TEA-1', planKind: 'self-check', ...changes })).id;
  const enter = (id: string, body: Partial<Body>) =>
    testing().addResult(people.analyst, id, { analyte: '吡虫啉', unit: 'mg/kg', ...body });

  before(async () => {
    platform = await openTestPlatform();
  });
  beforeEach(() => platform.empty());
  after(() => platform.close());

  it('are stored with everything they follow from', async () => {
    const { verdict } = await enter(await draw({ decisionRule: 'guard-band' }), { value: '0.45', uncertainty: '0.1' });
    expect(verdict).to.include({
      verdict: 'not-comparable',
      outcome: 'conditional-pass',
      decisionRule: 'guard-band',
      reason: 'within-uncertainty',
      nearLimit: true,
      conformance: '0.8413',
      limit: '0.5',
      standard: 'GB 2763-2026',
      standardVersion: 0,
    });
    expect(verdict.basis?.input).to.deep.include({ value: '0.45', uncertainty: '0.1', categoryCode: 'tea' });
    expect(verdict.explanation.zh)
      .to.match(/^不能判定（有条件合格，不作合格论）：0\.45 mg\/kg，不超过/)
      .and.to.contain('保护带');
    expect(verdict.explanation.en).to.match(/^Nobody can tell \(conditional pass, which is not a pass\): 0\.45 mg\/kg/);
    const simple = await enter(await draw(), { value: '0.51' });
    expect(simple.verdict.explanation.zh).to.match(/^不合格：0\.51 mg\/kg，超过/);
  });

  it('of a supervised check follow the rule that the law prescribes', async () => {
    const other = draw({ planKind: 'supervised-check', samplers: ['王', '李'], decisionRule: 'beyond-doubt' });
    expect((await refusal(other)).errors?.[0]?.pointer).to.equal('/decisionRule');
  });

  it('are never a pass for words, a missing bound, a missing uncertainty or a missing limit', async () => {
    const words = async (body: Partial<Body>, changes: Partial<Drawn> = {}) => {
      const { verdict } = await enter(await draw(changes), body);
      return [verdict.verdict, verdict.reason];
    };
    expect(await words({ text: '检出' })).to.deep.equal(['not-comparable', 'text']);
    expect(await words({ value: '<LOQ' })).to.deep.equal(['not-comparable', 'bound-unknown']);
    expect(await words({ value: '0.1' }, { decisionRule: 'guard-band' })).to.deep.equal([
      'not-comparable',
      'uncertainty-missing',
    ]);
    expect(await words({ value: '0.1' }, { batchCode: 'SHIITAKE-1' })).to.deep.equal(['no-limit', 'none-set']);
  });

  it('take one finding: a value or words', async () => {
    const id = await draw();
    for (const [body, pointer] of [
      [{}, '/value'],
      [{ value: '1', text: '检出' }, '/text'],
      [{ value: '1', lod: '0.02', loq: '0.01' }, '/lod'],
    ] as const) {
      const error = await refusal(enter(id, body as Partial<Body>));
      expect(error).to.be.instanceOf(InvalidInput);
      expect(error.errors?.[0]?.pointer).to.equal(pointer);
    }
  });

  it('are all computed again, each difference told with what differs, and nothing changed', async () => {
    const ids = [await draw(), await draw(), await draw()];
    for (const id of ids) await enter(id, { value: '0.1' });
    await enter(String(ids[0]), { analyte: '甲拌磷', value: '<0.002' });
    const { verdict } = await enter(String(ids[0]), { analyte: '甲拌磷砜', value: '<0.002' });
    expect(verdict).to.include({ verdict: 'not-comparable', reason: 'censored-sum' });
    const { Sample } = platform.models;
    const altered = unscoped('a record is altered behind the back of the service');
    await inTransaction(platform.context, system('test'), ({ session }) =>
      Sample.updateOne(
        { _id: new Types.ObjectId(ids[1]) },
        { $set: { 'results.0.verdict.verdict': 'fail', 'results.0.verdict.limit': '0.05' } },
        { session, ...altered },
      ),
    );
    const begun = await testing().startVerdictCheck(people.admin);
    await testing().verdictsChecked();
    const check = await testing().verdictCheck(people.admin, begun.id);
    expect(check).to.include({ state: 'done', samples: 3, verdicts: 5, withoutBasis: 0, differenceCount: 1 });
    expect(check.differences[0]).to.deep.include({
      sampleId: ids[1],
      fields: ['verdict', 'limit'],
      stored: 'fail',
      recomputed: 'pass',
      laterEdition: false,
    });
    expect(() => verdictCheckSchema.strict().parse(check)).to.not.throw();
    expect((await testing().getSample(people.admin, String(ids[1]))).results[0]?.verdict.verdict).to.equal('fail');
  });

  it('go on being computed where a restart broke off', async () => {
    const first = await draw();
    const second = await draw();
    for (const id of [first, second]) await enter(id, { value: '0.1' });
    const { VerdictCheck } = platform.models;
    const [broken] = await VerdictCheck.create(
      [
        {
          divisionCode: '611000',
          state: 'running',
          startedBy: 'admin',
          startedAt: platform.told.now,
          cursor: new Types.ObjectId(first),
          samples: 1,
          verdicts: 1,
          withoutBasis: 0,
          differenceCount: 0,
          differences: [],
        },
      ],
      { ordered: true, ...unscoped('as a killed process left it') },
    );
    await testing().startVerdictCheck(people.admin);
    await testing().verdictsChecked();
    const check = await testing().verdictCheck(people.admin, String(broken?._id));
    expect(check).to.include({ state: 'done', samples: 2, verdicts: 2 });
  });
});
