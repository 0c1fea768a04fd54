import { expect } from 'chai';
import { Conflict, Forbidden, IllegalTransition, InvalidInput } from '../errors.ts';
import { sampleSchema } from './schema.ts';
import { openTestPlatform, people, refusal, type TestPlatform } from './testing-support/platform.ts';

describe('testing: seals and custody', () => {
  let platform: TestPlatform;
  const testing = () => platform.testing;
  const draw = (changes: Partial<Parameters<TestPlatform['testing']['createSample']>[1]> = {}) =>
    testing().createSample(people.sampler, {
      batchCode: 'TEA-1',
      planKind: 'supervised-check',
      samplers: ['王', '李'],
      sealNumber: 'F-001',
      retained: { sealNumber: 'F-002', quantity: { value: 1, unit: 'kg' }, keptAt: '县局冷柜' },
      ...changes,
    });
  const intact = { seals: [{ number: 'F-001', intact: true }] };

  before(async () => {
    platform = await openTestPlatform();
  });
  beforeEach(() => platform.empty());
  after(() => platform.close());

  it('tell from hand to hand who had the sample, and how it was', async () => {
    const { id } = await draw();
    await testing().handOver(people.sampler, id, { to: '冷链司机', temperature: 3.5, ...intact });
    const received = await testing().receive(people.analyst, id, { ...intact, temperature: 4, condition: '完好' });
    expect(received.custody.map(({ act, from, to }) => [act, from, to])).to.deep.equal([
      ['draw', '合作社', '王、李'],
      ['hand-over', '王、李', '冷链司机'],
      ['receive', '冷链司机', 'analyst'],
    ]);
    expect(received.custody[1]).to.deep.include({ temperature: 3.5, seals: intact.seals, recordedBy: 'sampler' });
    expect(received).to.deep.include({ state: 'received', lacking: [] });
    expect(() => sampleSchema.strict().parse(received)).to.not.throw();
  });

  it('say with its clause what a supervised check lacks', async () => {
    const bare = await testing().createSample(people.sampler, { batchCode: 'TEA-1', planKind: 'supervised-check' });
    expect(bare.lacking.map(({ demand, clause }) => [demand, clause])).to.deep.equal([
      ['two-samplers', '监测办法 21'],
      ['sealed', '监测办法 21'],
      ['retained-portion', '监测办法 25'],
    ]);
    const unchecked = await draw();
    expect(unchecked.lacking.map(({ demand }) => demand)).to.deep.equal(['seal-checked']);
    expect((await draw({ planKind: 'self-check' })).lacking).to.deep.equal([]);
  });

  it('are looked at one by one before the sample is taken in or opened', async () => {
    const { id } = await draw();
    const early = testing().addResult(people.analyst, id, { analyte: '吡虫啉', value: '0.1', unit: 'mg/kg' });
    expect(await refusal(early)).to.be.instanceOf(IllegalTransition);
    const silent = await refusal(testing().receive(people.analyst, id, {}));
    expect(silent).to.be.instanceOf(InvalidInput);
    expect(silent.errors?.[0]?.pointer).to.equal('/seals');
    expect((await testing().getSample(people.admin, id)).state).to.equal('drawn');
  });

  it('reject a supervised check when broken or foreign; another sample is taken in if the customer agreed', async () => {
    const broken = { seals: [{ number: 'F-001', intact: false }] };
    const foreign = { seals: [...intact.seals, { number: 'X-9', intact: true }] };
    const { id } = await draw();
    for (const found of [broken, foreign, { ...broken, deviation: { text: '破损', agreedBy: '某' } }])
      expect(await refusal(testing().receive(people.analyst, id, found))).to.be.instanceOf(Conflict);
    const rejected = await testing().reject(people.analyst, id, { reason: '封条破损' });
    expect(rejected).to.include({ state: 'rejected', verdict: 'pending' });
    expect(rejected.history.at(-1)).to.include({ verb: 'reject', reason: '封条破损' });
    expect(rejected.allowed).to.deep.equal([]);

    const own = await draw({ planKind: 'self-check' });
    expect(await refusal(testing().receive(people.analyst, own.id, broken))).to.be.instanceOf(Conflict);
    const deviation = { text: '封条运输中破损', agreedBy: '委托方张某' };
    const taken = await testing().receive(people.analyst, own.id, { ...broken, deviation });
    expect(taken).to.deep.include({ state: 'received', deviation });
  });

  it('are of the sample: others are not handed on with it, nor is the portion sealed with the same', async () => {
    const { id } = await draw({ retained: undefined });
    const other = testing().handOver(people.sampler, id, { to: '某', seals: [{ number: 'X-9', intact: true }] });
    expect(await refusal(other)).to.be.instanceOf(InvalidInput);
    const same = testing().split(people.analyst, id, { sealNumber: 'F-001', keptAt: '冷柜' });
    expect(await refusal(same)).to.be.instanceOf(Conflict);
    const split = await testing().split(people.analyst, id, { sealNumber: 'F-009', keptAt: '冷柜' });
    expect(split.retained).to.include({ sealNumber: 'F-009', by: 'analyst' });
    expect(
      await refusal(testing().split(people.analyst, id, { sealNumber: 'F-010', keptAt: '冷柜' })),
    ).to.be.instanceOf(IllegalTransition);
  });

  it('are not for whoever has no right to the sample', async () => {
    const { id } = await draw();
    expect(await refusal(testing().receive(people.sampler, id, intact))).to.be.instanceOf(Forbidden);
    expect(await refusal(testing().handOver(people.reviewer, id, { to: '某' }))).to.be.instanceOf(Forbidden);
  });
});
