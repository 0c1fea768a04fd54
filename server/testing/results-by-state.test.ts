import { expect } from 'chai';
import { IllegalTransition } from '../errors.ts';
import type { SampleState } from './lifecycle.ts';
import { sampleStates } from './schema.ts';
import { openTestPlatform, people, refusal, type TestPlatform } from './testing-support/platform.ts';

type Drawn = { planKind: 'supervised-check' | 'self-check'; sealNumber?: string };

const kinds: Record<string, Drawn> = {
  'a supervised check': { planKind: 'supervised-check' },
  'a sealed supervised check': { planKind: 'supervised-check', sealNumber: 'F-1' },
  'a sealed sample': { planKind: 'self-check', sealNumber: 'F-1' },
  'a sample of a self-check': { planKind: 'self-check' },
};

/** In which states results are taken; of a self-check that nobody sealed also before somebody writes down its receipt. */
const takes = (state: SampleState, kind: string) =>
  state === 'received' || state === 'in-test' || (state === 'drawn' && kind === 'a sample of a self-check');

const reason = '理由';

describe('results in each state of a sample', () => {
  let platform: TestPlatform;
  const testing = () => platform.testing;

  before(async () => {
    platform = await openTestPlatform();
  });
  beforeEach(() => platform.empty());
  after(() => platform.close());

  /** Walks there by the steps of its life alone. */
  const sampleIn = async (state: SampleState, { planKind, sealNumber }: Drawn) => {
    const { id, number } = await testing().createSample(people.sampler, {
      ...{ batchCode: 'TEA-1', planKind },
      ...(sealNumber && { sealNumber }),
    });
    const seals = sealNumber === undefined ? [] : [{ number: sealNumber, intact: true }];
    const steps: [SampleState, () => Promise<unknown>][] = [
      ['drawn', async () => undefined],
      ['received', () => testing().receive(people.analyst, id, { seals })],
      ['in-test', () => testing().addResult(people.analyst, id, { analyte: '噻虫嗪', value: '1', unit: 'mg/kg' })],
      ['reported', () => testing().report(people.analyst, id)],
      ['published', () => testing().verify(people.reviewer, id)],
      ['invalidated', () => testing().invalidate(people.reviewer, id, { reason })],
    ];
    if (state === 'rejected') await testing().reject(people.analyst, id, { reason });
    else for (const [, step] of steps.slice(0, steps.findIndex(([reached]) => reached === state) + 1)) await step();
    expect(await testing().getSample(people.admin, id)).to.include({ state });
    return { id, number };
  };
  const findings = async (id: string) =>
    (await testing().getSample(people.admin, id)).results.filter(({ analyte }) => analyte === '吡虫啉').length;

  for (const [kind, drawn] of Object.entries(kinds))
    for (const state of sampleStates) {
      const taken = takes(state, kind);

      it(`${taken ? 'are taken' : 'are refused'}: typed, imported or accepted, by ${kind} that is ${state}`, async () => {
        const finding = { analyte: '吡虫啉', value: '0.1', unit: 'mg/kg' };

        const typed = await sampleIn(state, drawn);
        const view = await testing().getSample(people.analyst, typed.id);
        expect(view.allowed.includes('enter-result')).to.equal(taken);
        const entered = testing().addResult(people.analyst, typed.id, finding);
        if (taken) await entered;
        else {
          const refused = await refusal(entered);
          expect(refused).to.be.instanceOf(IllegalTransition);
          expect(view.refused.find(({ verb }) => verb === 'enter-result')?.reason).to.have.keys('zh', 'en');
          expect(refused.message).to.contain('received');
        }
        expect(await findings(typed.id)).to.equal(taken ? 1 : 0);

        const imported = await sampleIn(state, drawn);
        const table = Buffer.from(`样品编号,项目,结果,单位\n${imported.number},吡虫啉,0.1,mg/kg`);
        const trial = await testing().importResults(people.analyst, {}, table);
        expect(trial.problems.map(({ line }) => line)).to.deep.equal(taken ? [] : [2]);
        if (taken) await testing().importResults(people.analyst, { digest: trial.digest }, table);
        else expect(await refusal(testing().importResults(people.analyst, { digest: trial.digest }, table))).to.exist;
        expect(await findings(imported.id)).to.equal(taken ? 1 : 0);
      });

      it(`wait when an instrument sends them, until ${kind} that is ${state} takes them`, async () => {
        const { id, number } = await sampleIn(state, drawn);
        const sent = {
          ...{ device: 'lcms-1', sample: number, analyte: '吡虫啉', value: '0.1', unit: 'mg/kg' },
          ...{ at: platform.told.now, receivedAt: platform.told.now },
        };
        expect(await testing().storeDeviceResults([sent])).to.deep.equal({ refused: [] });
        const waiting = async () =>
          (await testing().listInstrumentResults(people.analyst, { limit: 10, sample: id, state: 'waiting' })).items;
        const [found] = await waiting();
        if (!found) throw new Error('what the instrument sent is lost');
        const accepted = testing().acceptInstrumentResult(people.analyst, found.id, {});
        if (taken) expect(await accepted).to.include({ state: 'accepted' });
        else {
          expect(await refusal(accepted)).to.be.instanceOf(IllegalTransition);
          expect(await waiting(), 'it waits on').to.have.length(1);
          await testing().discardInstrumentResult(people.analyst, found.id, { reason });
        }
        expect(await waiting()).to.deep.equal([]);
        expect(await findings(id)).to.equal(taken ? 1 : 0);
      });
    }

  it('that came before the receipt are accepted after it', async () => {
    const { id, number } = await sampleIn('drawn', { planKind: 'supervised-check' });
    const sent = {
      ...{ device: 'lcms-1', sample: number, analyte: '吡虫啉', value: '0.9', unit: 'mg/kg' },
      ...{ at: platform.told.now, receivedAt: platform.told.now },
    };
    await testing().storeDeviceResults([sent]);
    const { items } = await testing().listInstrumentResults(people.analyst, { limit: 10, state: 'waiting' });
    await testing().receive(people.analyst, id, {});
    await testing().acceptInstrumentResult(people.analyst, items[0]?.id ?? '', {});
    expect(await testing().getSample(people.admin, id)).to.include({ state: 'in-test', verdict: 'fail' });
    expect(platform.told.holds).to.have.length(1);
  });
});
