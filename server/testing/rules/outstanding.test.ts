import { expect } from 'chai';
import fc from 'fast-check';
import { type ControlState, controlKinds, controlStates } from './control-judgement.ts';
import { outstandingAfter } from './outstanding.ts';

describe('controls that are not good yet', () => {
  const control = fc.record({
    kind: fc.constantFrom(...controlKinds),
    analyteKey: fc.constantFrom('a', 'b'),
    state: fc.constantFrom(...controlStates),
    corrected: fc.constant(false),
  });

  it('are never ended by a bad one, nor out of control ones without a corrective action', () => {
    fc.assert(
      fc.property(fc.array(control, { maxLength: 20 }), (controls) => {
        const left = controls.reduce<typeof controls>(outstandingAfter, []);
        const failed = controls.filter(({ state }) => state === 'out-of-control');
        expect(left.filter(({ state }) => state === 'out-of-control')).to.deep.equal(failed);
      }),
    );
  });

  it('end with a good one of the same kind and analyte once they were corrected', () => {
    const of = (state: ControlState, analyteKey = 'a') => ({
      kind: 'spike' as const,
      analyteKey,
      state,
      corrected: true,
    });
    expect(outstandingAfter([of('out-of-control')], of('in-control'))).to.deep.equal([]);
    expect(outstandingAfter([of('out-of-control')], of('in-control', 'b'))).to.have.length(1);
  });
});
