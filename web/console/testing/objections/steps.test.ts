import { expect } from 'chai';
import type { Objection } from '../../api/types.ts';
import { objectionLine } from './steps.ts';

const objection = (state: Objection['state'], verbs: string[]) =>
  ({
    ...{ state, raisedBy: 'producer', raisedAt: '2026-11-20T00:00:00Z', allowed: [], refused: [] },
    history: verbs.map((verb) => ({ verb, by: 'county', at: '2026-11-21T00:00:00Z' })),
  }) as unknown as Objection;
const told = (of: Objection) =>
  objectionLine(of, [], { title: String, who: () => 'x', reason: ({ en }) => en }).map(
    ({ key, state }) => `${key} ${state}`,
  );

describe('the line of steps of an objection', () => {
  it('waits for the next step that somebody has to take', () => {
    expect(told(objection('accepted', ['accept']))).to.deep.equal([
      'raise done',
      'accept done',
      'appoint now',
      'receive-sample to-come',
      'decide to-come',
    ]);
  });

  it('ends where it was refused or taken back', () => {
    expect(told(objection('refused', ['refuse']))).to.deep.equal(['raise done', 'refuse done']);
    expect(told(objection('withdrawn', ['accept', 'withdraw']))).to.deep.equal([
      'raise done',
      'accept done',
      'withdraw done',
    ]);
  });
});
