import { expect } from 'chai';
import fc from 'fast-check';
import { type SampleVerb, sampleTransitions, transitionOf, whyRefused } from './lifecycle.ts';
import type { ResultRecord, SampleRecord } from './model.ts';
import { sampleStates } from './schema.ts';

type Sample = Pick<SampleRecord, 'state' | 'results' | 'history'>;
const verbs: SampleVerb[] = ['receive', 'enter-result', 'report', 'verify'];
const people = ['analyst', 'second', 'reviewer'];
const at = new Date('2026-05-03T00:00:00Z');

function taken(sample: Sample, verb: SampleVerb, by: string): Sample {
  return {
    state: transitionOf(verb).to,
    results: verb === 'enter-result' ? [...sample.results, { enteredBy: by } as ResultRecord] : sample.results,
    history: [...sample.history, { verb, by, at }],
  };
}

describe('the life of a sample', () => {
  const walk = fc.array(fc.tuple(fc.constantFrom(...verbs), fc.constantFrom(...people)), { maxLength: 40 });

  it('never leaves its table, and is never verified by whoever took part', () => {
    fc.assert(
      fc.property(walk, (steps) => {
        let sample: Sample = { state: 'drawn', results: [], history: [] };
        for (const [verb, by] of steps) {
          const before = sample.state;
          if (whyRefused(sample, verb, by)) continue;
          sample = taken(sample, verb, by);
          const row = sampleTransitions.find((candidate) => candidate.verb === verb);
          expect(row?.from).to.include(before);
          expect(sample.state).to.equal(row?.to);
        }
        if (sample.state !== 'published') return;
        const verifier = sample.history.find(({ verb }) => verb === 'verify')?.by;
        const others = sample.history.filter(({ verb }) => verb === 'enter-result' || verb === 'report');
        expect(sample.results).not.to.have.length(0);
        expect(others.map(({ by }) => by)).not.to.include(verifier);
      }),
      { numRuns: 500 },
    );
  });

  it('ends with publication', () => {
    const published: Sample = { state: 'published', results: [], history: [] };
    for (const verb of verbs) expect(whyRefused(published, verb, 'anybody'), verb).to.include.keys('zh', 'en');
  });

  it('reaches every state', () => {
    const reached = new Set(sampleTransitions.map(({ to }) => to));
    expect([...reached, 'drawn']).to.have.members([...sampleStates]);
  });

  it('takes no report without a result', () => {
    expect(whyRefused({ state: 'in-test', results: [], history: [] }, 'report', 'analyst')).to.have.property('zh');
  });
});
