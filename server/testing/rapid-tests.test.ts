import { expect } from 'chai';
import type { RapidResult } from './rapid-tests.ts';
import { rapidTestSchema } from './schema.ts';
import { openTestPlatform, people, refusal, type TestPlatform } from './testing-support/platform.ts';

const result = (changes: Partial<RapidResult> = {}): RapidResult => ({
  device: 'rapid-1',
  sample: 'TEA-1',
  analyte: '有机磷和氨基甲酸酯类',
  value: '12.5',
  unit: '%',
  method: 'GB/T 5009.199-2003',
  at: new Date('2026-11-24T07:00:00Z'),
  receivedAt: new Date('2026-11-24T07:00:01Z'),
  ...changes,
});

describe('testing: rapid tests', () => {
  let platform: TestPlatform;
  const store = (...results: RapidResult[]) => platform.testing.storeDeviceResults(results);
  const list = async () => (await platform.testing.listRapidTests(people.admin, { limit: 50 })).items;

  before(async () => {
    platform = await openTestPlatform();
  });
  beforeEach(() => platform.empty());
  after(() => platform.close());

  it('are stored with what their method says', async () => {
    const { refused } = await store(result(), result({ analyte: '其他', method: 'in-house' }));
    expect(refused).to.deep.equal([]);
    const tests = await list();
    expect(tests.map(({ positive }) => positive)).to.deep.equal([null, false]);
    expect(() => rapidTestSchema.strict().parse(tests[0])).to.not.throw();
    expect(platform.told.holds).to.have.length(0);
  });

  it('are stored once, however often and however fast they come', async () => {
    const positive = result({ value: '61' });
    await store(positive, positive);
    const answers = await Promise.all([store(positive), store(positive), store(positive)]);
    expect(answers).to.deep.equal([{ refused: [] }, { refused: [] }, { refused: [] }]);
    expect(await list()).to.have.length(1);
    expect(platform.told.holds).to.have.length(1);
    expect(platform.told.findings).to.have.length(1);
  });

  it('are stored once when their first delivery comes twice at the same time', async () => {
    await Promise.all(Array.from({ length: 5 }, () => store(result())));
    expect(await list()).to.have.length(1);
  });

  it('are refused with a reason for an unknown batch, the others of the message stored', async () => {
    const { refused } = await store(result({ sample: 'NO-SUCH' }), result());
    expect(refused).to.have.length(1);
    expect(refused[0]).to.deep.include({ index: 0 });
    expect(refused[0]?.reason).to.contain('NO-SUCH');
    expect(await list()).to.have.length(1);
  });

  it('are refused when they contradict what is stored', async () => {
    await store(result());
    const { refused } = await store(result({ value: '13' }));
    expect(refused[0]?.reason).to.contain('12.5');
  });

  it('find their batch by the number of a sample', async () => {
    const sample = await platform.testing.createSample(people.sampler, {
      batchCode: 'WALNUT-1',
      planKind: 'self-check',
    });
    await store(result({ sample: sample.number }));
    expect((await platform.testing.rapidTestsOfBatches(['WALNUT-1']))[0]).to.include({ batchCode: 'WALNUT-1' });
  });

  it('hold the batch and warn when positive', async () => {
    await store(result({ value: '50' }));
    expect(platform.told.holds[0]).to.deep.include({ batchCode: 'TEA-1' });
    expect(platform.told.holds[0]?.reason.kind).to.equal('positive-rapid-test');
    expect(platform.told.findings[0]).to.include({ kind: 'rapid-test-positive', level: 'yellow', deviceId: 'rapid-1' });
    expect(platform.told.findings[0]?.detail.zh).to.contain('确证');
  });

  it('are not stored when the batch cannot be held, so that the device sends them again', async () => {
    platform.faults.hold = true;
    expect((await refusal(store(result({ value: '50' })))).message).to.equal('the hold failed');
    expect(await list()).to.have.length(0);
    platform.faults.hold = false;
    expect(await store(result({ value: '50' }))).to.deep.equal({ refused: [] });
    expect(platform.told.holds).to.have.length(1);
  });

  it('are listed within the division, by batch and device', async () => {
    await store(result(), result({ device: 'rapid-2' }));
    const elsewhere = await platform.testing.listRapidTests(people.elsewhere, { limit: 50 });
    expect(elsewhere.items).to.have.length(0);
    const query = { limit: 50, batch: 'TEA-1', device: 'rapid-2' };
    expect((await platform.testing.listRapidTests(people.sampler, query)).items).to.have.length(1);
  });
});
