import { expect } from 'chai';
import fc from 'fast-check';
import {
  type DeviceState,
  deviceStates,
  deviceTransitions,
  transitionOf,
  whyRefused,
  whyUnheard,
} from './lifecycle.ts';

const verbs = deviceTransitions.map(({ verb }) => verb);

/** Takes the steps that are allowed, in turn, and answers with each state on the way. */
function walk(start: DeviceState, steps: readonly (typeof verbs)[number][]): DeviceState[] {
  const states = [start];
  for (const verb of steps) {
    const state = states.at(-1) ?? start;
    if (!whyRefused({ state }, verb)) states.push(transitionOf(verb).to ?? state);
  }
  return states;
}

describe('the life of a device', () => {
  it('has no way back from retirement, whatever is tried', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...verbs), { maxLength: 30 }), (steps) => {
        const states = walk('registered', steps);
        const end = states.indexOf('retired');
        if (end >= 0) expect(states.slice(end)).to.deep.equal(Array(states.length - end).fill('retired'));
      }),
    );
  });

  it('allows exactly these steps', () => {
    const allowed = deviceStates.map((state) => [state, verbs.filter((verb) => whyRefused({ state }, verb) === null)]);
    expect(Object.fromEntries(allowed)).to.deep.equal({
      registered: [
        'issue-claim-code',
        'command',
        'rotate-secret',
        'place',
        'correct-placements',
        'bind-certificate',
        'unbind-certificate',
        'disable',
        'retire',
      ],
      active: [
        'command',
        'rotate-secret',
        'place',
        'correct-placements',
        'bind-certificate',
        'unbind-certificate',
        'disable',
        'retire',
      ],
      disabled: ['place', 'correct-placements', 'bind-certificate', 'unbind-certificate', 'enable', 'retire'],
      retired: ['correct-placements'],
    });
  });

  it('refuses with a reason in both languages', () => {
    for (const state of deviceStates)
      for (const verb of verbs) {
        const reason = whyRefused({ state }, verb);
        if (reason) expect([reason.zh, reason.en].every((text) => text.length > 0)).to.equal(true);
      }
  });

  it('takes a device without a state for a registered one', () => {
    expect(whyRefused({}, 'disable')).to.equal(null);
    expect(whyRefused({}, 'enable')).to.not.equal(null);
  });

  it('hears those alone that are neither disabled nor retired', () => {
    const unheard = deviceStates.filter((state) => whyUnheard({ _id: 'd', state }) !== null);
    expect(unheard).to.deep.equal(['disabled', 'retired']);
  });
});
