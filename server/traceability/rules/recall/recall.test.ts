import { createHash } from 'node:crypto';
import { expect } from 'chai';
import fc from 'fast-check';
import { accounted } from './accounted.ts';
import { drawSample } from './draw-sample.ts';
import { holderOf } from './holder-of.ts';

const by = (seed: string) => (holder: string) => createHash('sha256').update(`${seed} ${holder}`).digest('hex');
const holders = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 1, maxLength: 40 });

describe('the check whether a recall took effect', () => {
  it('R1 asks the same holders whoever draws again, in whatever order they stand', () => {
    fc.assert(
      fc.property(holders, fc.string(), fc.constantFrom(1, 0.5, 0.1, 0.02), (all, seed, share) => {
        const drawn = drawSample(all, share, by(seed));
        expect(drawSample([...all].reverse(), share, by(seed))).to.deep.equal(drawn);
        expect(drawn).to.have.length(Math.max(1, Math.ceil(all.length * share)));
        expect(all).to.include.members(drawn);
        expect(new Set(drawn).size).to.equal(drawn.length);
      }),
    );
  });

  it('asks nobody at level E, and everybody at level A', () => {
    expect(drawSample(['a', 'b'], 0, by('x'))).to.deep.equal([]);
    expect(drawSample(['b', 'a'], 1, by('x'))).to.deep.equal(['a', 'b']);
  });
});

describe('what is accounted for', () => {
  it('adds up, each unit for itself', () => {
    const amount = fc.integer({ min: 0, max: 1000 });
    const account = fc.record({ onHand: amount, returned: amount, destroyed: amount, sold: amount });
    const answer = fc.record({
      quantity: fc.record({ value: fc.integer({ min: 1, max: 5000 }), unit: fc.constantFrom('kg', 'box') }),
      account: fc.option(account, { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 12 }), (answers) => {
        for (const line of accounted(answers)) {
          const told = line.onHand + line.returned + line.destroyed + line.sold;
          expect(line.open).to.equal(Math.max(0, line.total - told));
          expect(line.share).to.be.within(0, 1);
          const total = answers.filter(({ quantity }) => quantity.unit === line.unit);
          expect(line.total).to.equal(total.reduce((sum, { quantity }) => sum + quantity.value, 0));
        }
      }),
    );
  });
});

describe('who holds a lot', () => {
  const at = (hour: number) => new Date(Date.UTC(2026, 4, 1, hour));

  it('is its maker, until it is sent to or received by another', () => {
    const sent = { step: 'ship' as const, at: at(2), producerId: 'maker', destinationProducerId: 'shop' };
    const received = { step: 'receive' as const, at: at(3), producerId: 'market' };
    expect(holderOf('maker', [])).to.equal('maker');
    expect(holderOf('maker', [{ step: 'harvest', at: at(9), producerId: 'other' }])).to.equal('maker');
    expect(holderOf('maker', [sent])).to.equal('shop');
    expect(holderOf('maker', [received, sent])).to.equal('market');
    expect(holderOf('maker', [{ ...sent, destinationProducerId: undefined }])).to.equal('maker');
    expect(holderOf('maker', [{ ...received, at: at(2) }, sent]), 'at one time').to.equal('market');
    expect(holderOf('maker', [received, { ...sent, at: at(4), destinationProducerId: undefined }])).to.equal('market');
  });
});
