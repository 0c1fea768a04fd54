import { expect } from 'chai';
import fc from 'fast-check';
import { type Asking, type Handled, refusalOf, transitions, type WarningState, warningVerbs } from './lifecycle.ts';
import { unresolvedStates, warningStates } from './schema.ts';

const now = new Date('2026-05-03T08:00:00Z');
const anyone: Asking = { username: 'officer1', now, may: () => true };
const inState = (state: WarningState): Handled => ({
  state,
  history: [{ verb: 'acknowledge', by: 'officer1', at: now }],
});
const isUnresolved = (state: WarningState) => (unresolvedStates as readonly string[]).includes(state);

describe('warnings: life cycle', () => {
  it('never leaves its states, and comes back only by an acknowledgement taken back', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...warningVerbs), { maxLength: 20 }), (verbs) => {
        let state: WarningState = 'open';
        for (const verb of verbs) {
          if (refusalOf(verb, inState(state), anyone)) continue;
          const { to } = transitions[verb];
          expect(warningStates).to.include(to);
          if (!isUnresolved(state)) expect([state, to]).to.deep.equal(['resolved', 'closed']);
          if (to === 'open') expect(verb).to.equal('withdraw-acknowledgement');
          state = to;
        }
      }),
    );
  });

  it('leads to an end from every state, and leaves an end for nothing', () => {
    const ahead = (state: WarningState) =>
      warningVerbs.filter((verb) => !refusalOf(verb, inState(state), anyone)).map((verb) => transitions[verb].to);
    for (const state of unresolvedStates) expect(ahead(state)).to.include.members(['resolved', 'false-alarm']);
    expect(ahead('resolved')).to.deep.equal(['closed']);
    for (const state of ['closed', 'false-alarm'] as const) expect(ahead(state)).to.deep.equal([]);
  });

  it('refuses every verb in every other state, with a reason in both languages', () => {
    for (const verb of warningVerbs)
      for (const state of warningStates) {
        const refusal = refusalOf(verb, inState(state), anyone);
        expect(refusal === null).to.equal(transitions[verb].from.includes(state));
        if (refusal) expect(refusal.reason.zh && refusal.reason.en).to.be.a('string').that.is.not.empty;
      }
  });

  it('refuses whoever lacks the right, whatever the state', () => {
    for (const verb of warningVerbs)
      for (const state of warningStates) {
        const lacking = { ...anyone, may: (right: string) => right !== transitions[verb].permission };
        expect(refusalOf(verb, inState(state), lacking)?.because).to.equal('permission');
      }
  });

  it('lets an acknowledgement be taken back by whoever gave it last, for five minutes', () => {
    const later = (milliseconds: number) => new Date(now.getTime() + milliseconds);
    const withdrawn = (changes: Partial<Asking>, history = inState('acknowledged').history) =>
      refusalOf('withdraw-acknowledgement', { state: 'acknowledged', history }, { ...anyone, ...changes });
    expect(withdrawn({ now: later(300_000) })).to.equal(null);
    expect(withdrawn({ now: later(300_001) })?.reason.en).to.include('more than 5 minutes');
    expect(withdrawn({ username: 'officer2' })?.reason.en).to.include('Only whoever');
    const twice = [...inState('acknowledged').history, { verb: 'acknowledge', by: 'officer2', at: later(60_000) }];
    expect(withdrawn({ username: 'officer2', now: later(360_000) }, twice)).to.equal(null);
    expect(withdrawn({ now: later(60_000) }, twice)?.reason.en).to.include('Only whoever');
  });
});
