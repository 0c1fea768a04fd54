import { expect } from 'chai';
import fc from 'fast-check';
import { type Judged, type SampleVerb, sampleTransitions, sampleVerbs, transitionOf, whyRefused } from './lifecycle.ts';
import type { ResultRecord, TestRecord } from './model.ts';
import { sampleStates } from './schema.ts';

const people = ['analyst', 'second', 'reviewer'];
const at = new Date('2026-05-03T00:00:00Z');
const open = { analyte: 'a', analyteKey: 'a', state: 'open' } as TestRecord;

/** What a step does to as much of a sample as the table looks at. */
function taken(sample: Judged, verb: SampleVerb, by: string): Judged {
  const { tests = [], results } = sample;
  const after: Partial<Record<SampleVerb, Partial<Judged>>> = {
    assign: { tests: [...tests, open] },
    'enter-result': {
      results: [...results, { enteredBy: by } as ResultRecord],
      tests: tests.map((test) => ({ ...test, state: 'done' })),
    },
    take: { tests: tests.map((test) => ({ ...test, assignedTo: by })) },
    retract: { results: results.slice(1), tests: [...tests, open] },
    retest: { tests: [...tests, open] },
    'reject-test': { results: [], tests: tests.map((test) => ({ ...test, state: 'rejected' })) },
    split: { retained: { sealNumber: 'B', keptAt: 'freezer', by, at } },
  };
  const { to = sample.state } = transitionOf(verb);
  return { ...sample, ...after[verb], state: to, history: [...sample.history, { verb, by, at }] };
}

describe('the life of a sample', () => {
  const walk = fc.array(fc.tuple(fc.constantFrom(...sampleVerbs), fc.constantFrom(...people)), { maxLength: 60 });
  const start = (sealNumber?: string): Judged => ({
    state: 'drawn',
    results: [],
    history: [],
    ...(sealNumber !== undefined && { sealNumber }),
  });

  it('never leaves its table, publishes no open test, and nothing that its verifier had a part in', () => {
    fc.assert(
      fc.property(walk, fc.constantFrom(undefined, 'A'), (steps, sealNumber) => {
        let sample = start(sealNumber);
        for (const [verb, by] of steps) {
          const before = sample.state;
          if (whyRefused(sample, verb, by)) continue;
          sample = taken(sample, verb, by);
          const row = sampleTransitions.find((candidate) => candidate.verb === verb);
          expect(row?.from).to.include(before);
          expect(sample.state).to.equal(row?.to ?? before);
          if (sealNumber && before === 'drawn' && sample.results.length) expect.fail('a sealed sample was opened');
          if (verb !== 'verify') continue;
          expect(sample.results).not.to.have.length(0);
          expect(sample.tests?.some(({ state }) => state === 'open') ?? false).to.equal(false);
          const others = sample.history.filter((entry) => entry.verb === 'enter-result' || entry.verb === 'report');
          expect(others.map((entry) => entry.by)).not.to.include(by);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('has one row for each verb, and refuses each elsewhere with a reason in both languages', () => {
    expect(sampleTransitions.map(({ verb }) => verb)).to.deep.equal([...sampleVerbs]);
    for (const { verb, from } of sampleTransitions)
      for (const state of sampleStates.filter((each) => !from.includes(each)))
        expect(whyRefused({ ...start(), state }, verb, 'anybody'), `${verb} in ${state}`).to.include.keys('zh', 'en');
  });

  it('goes on after publication by invalidation alone, and ends with rejection', () => {
    const from = (state: Judged['state']) =>
      sampleVerbs.filter((verb) => whyRefused({ ...start(), state }, verb, 'anybody') === null);
    expect(from('published')).to.deep.equal(['invalidate']);
    expect(from('invalidated')).to.deep.equal(['amend']);
    expect(from('rejected')).to.deep.equal([]);
  });

  it('reaches every state', () => {
    const reached = new Set(sampleTransitions.flatMap(({ to }) => to ?? []));
    expect([...reached, 'drawn']).to.have.members([...sampleStates]);
  });

  it('takes no report without a result, or while a test is open', () => {
    const inTest: Judged = { ...start(), state: 'in-test' };
    expect(whyRefused(inTest, 'report', 'analyst')).to.have.property('zh');
    const withResult = { ...inTest, results: [{ enteredBy: 'x' } as ResultRecord] };
    expect(whyRefused({ ...withResult, tests: [open] }, 'report', 'analyst')?.en).to.contain('a');
    expect(whyRefused(withResult, 'report', 'analyst')).to.equal(null);
  });

  it('splits off one portion, rejects nothing that has results, and opens no seal before it was looked at', () => {
    expect(whyRefused(taken(start(), 'split', 'x'), 'split', 'x')).to.have.property('en');
    const withResult: Judged = { ...start(), state: 'in-test', results: [{ enteredBy: 'x' } as ResultRecord] };
    expect(whyRefused(withResult, 'reject', 'x')).to.have.property('en');
    expect(whyRefused({ ...withResult, results: [] }, 'reject', 'x')).to.equal(null);
    expect(whyRefused(start('A'), 'enter-result', 'x')).to.have.property('en');
    expect(whyRefused({ ...start(), planKind: 'supervised-check' }, 'enter-result', 'x')).to.have.property('en');
    expect(whyRefused({ ...start('A'), state: 'received' }, 'enter-result', 'x')).to.equal(null);
  });
});
