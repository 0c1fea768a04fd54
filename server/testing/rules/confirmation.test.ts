import { expect } from 'chai';
import fc from 'fast-check';
import { confirmationOf, confirmations } from './confirmation.ts';

type Sample = Parameters<typeof confirmationOf>[1][number];

const test = { id: 'test-1', sample: 'S-0', analyteKey: 'chlorpyrifos', at: new Date('2026-11-24T08:00:00Z') };
const sample = (changes: Partial<Sample> = {}): Sample => ({
  number: 'S-1',
  state: 'published',
  verdict: 'pass',
  drawnAt: test.at,
  tests: [],
  results: [{ analyteKey: 'chlorpyrifos', verdict: 'pass' }],
  ...changes,
});
const said = (...samples: Sample[]) => confirmationOf(test, samples).confirmation;
const failed = [{ analyteKey: 'chlorpyrifos', verdict: 'fail' }];
const asked = [{ analyteKey: 'chlorpyrifos' }];

describe('the confirmation of a positive rapid test', () => {
  it('is wanted until a sample answers for it', () => {
    expect(said()).to.equal('wanted');
    expect(said(sample({ drawnAt: new Date(test.at.getTime() - 1) }))).to.equal('wanted');
    expect(said(sample({ drawnAt: new Date(0), number: test.sample }))).to.equal('not-confirmed');
    expect(said(sample({ results: [{ analyteKey: 'lead', verdict: 'fail' }] }))).to.equal('wanted');
    expect(said(sample({ confirms: 'another', results: [] }))).to.equal('wanted');
  });

  it('is on its way with a sample that is drawn for it or asked for its analyte', () => {
    const results: [] = [];
    expect(said(sample({ state: 'drawn', results, confirms: test.id }))).to.equal('sample-drawn');
    expect(said(sample({ state: 'in-test', results, tests: asked }))).to.equal('sample-drawn');
    expect(said(sample({ state: 'reported', results: failed }))).to.equal('sample-drawn');
  });

  it('is what the published results of the analyte say, whatever else the sample was tested for', () => {
    expect(said(sample({ results: failed, verdict: 'fail' }))).to.equal('confirmed');
    expect(said(sample({ results: [...sample().results, { analyteKey: 'lead', verdict: 'fail' }] }))).to.equal(
      'not-confirmed',
    );
  });

  it('of a group of substances is the verdict of the sample that was drawn for it', () => {
    const results = [{ analyteKey: 'dimethoate', verdict: 'pass' }];
    expect(said(sample({ confirms: test.id, results }))).to.equal('not-confirmed');
    expect(said(sample({ confirms: test.id, results, verdict: 'fail' }))).to.equal('confirmed');
    expect(said(sample({ confirms: test.id, results, verdict: 'not-comparable' }))).to.equal('wanted');
  });

  it('is wanted again once the sample is rejected or its report holds no more', () => {
    for (const state of ['rejected', 'invalidated'])
      expect(said(sample({ state, results: failed, confirms: test.id })), state).to.equal('wanted');
  });

  it('is wanted when the analyte was given up', () => {
    expect(said(sample({ results: [], tests: asked, confirms: test.id }))).to.equal('wanted');
  });

  const word = fc.constantFrom('pass', 'fail', 'no-limit', 'not-comparable');
  const key = fc.constantFrom('chlorpyrifos', 'lead');
  const anySample = fc.record({
    number: fc.constantFrom('S-0', 'S-1'),
    confirms: fc.constantFrom(undefined, test.id, 'another'),
    state: fc.constantFrom('drawn', 'received', 'in-test', 'reported', 'published', 'rejected', 'invalidated'),
    verdict: word,
    drawnAt: fc.constantFrom(-1, 0, 1).map((ms) => new Date(test.at.getTime() + ms)),
    tests: fc.array(fc.record({ analyteKey: key }), { maxLength: 2 }),
    results: fc.array(fc.record({ analyteKey: key, verdict: word }), { maxLength: 3 }),
  });

  it('does not depend on the order of the samples, and none takes a failure back', () => {
    fc.assert(
      fc.property(fc.array(anySample, { maxLength: 5 }), anySample, (samples, another) => {
        expect(said(...samples.toReversed())).to.equal(said(...samples));
        if (said(...samples) === 'confirmed') expect(said(...samples, another)).to.equal('confirmed');
      }),
    );
  });

  it('acquits only when all that answers is published and passed', () => {
    fc.assert(
      fc.property(fc.array(anySample, { maxLength: 5 }), (samples) => {
        const { confirmation, samples: answering } = confirmationOf(test, samples);
        expect(confirmations).to.include(confirmation);
        expect(confirmation === 'wanted').to.equal(answering.length === 0);
        if (confirmation !== 'not-confirmed') return;
        for (const { state, verdict, results } of answering) {
          expect(state).to.equal('published');
          const own = results.filter(({ analyteKey }) => analyteKey === test.analyteKey);
          expect(own.length > 0 ? own.every((one) => one.verdict === 'pass') : verdict === 'pass').to.equal(true);
        }
      }),
    );
  });
});
