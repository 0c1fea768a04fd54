import { expect } from 'chai';
import fc from 'fast-check';
import { refusalOf, transitions, type WarningState, type WarningVerb, warningVerbs } from './lifecycle.ts';
import { warningStates } from './schema.ts';

const anyone = () => true;

describe('warnings: life cycle', () => {
  it('walks only forward: open, acknowledged, resolved', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...warningVerbs), { maxLength: 12 }), (verbs) => {
        let state: WarningState = 'open';
        const done: WarningVerb[] = [];
        for (const verb of verbs) {
          if (refusalOf(verb, state, anyone)) continue;
          expect(warningStates.indexOf(transitions[verb].to)).to.be.greaterThan(warningStates.indexOf(state));
          state = transitions[verb].to;
          done.push(verb);
        }
        expect(done).to.deep.equal([...new Set(done)]);
        expect(state === 'resolved').to.equal(verbs.includes('resolve'));
      }),
    );
  });

  it('refuses every verb in every other state, with a reason in both languages', () => {
    for (const verb of warningVerbs)
      for (const state of warningStates) {
        const refusal = refusalOf(verb, state, anyone);
        expect(refusal === null).to.equal((transitions[verb].from as readonly string[]).includes(state));
        if (refusal) expect(refusal.reason.zh && refusal.reason.en).to.be.a('string').that.is.not.empty;
      }
  });

  it('refuses whoever lacks the right, whatever the state', () => {
    for (const verb of warningVerbs)
      for (const state of warningStates)
        expect(refusalOf(verb, state, (right) => right !== transitions[verb].permission)?.because).to.equal(
          'permission',
        );
  });
});
