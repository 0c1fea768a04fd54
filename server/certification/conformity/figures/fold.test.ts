import { expect } from 'chai';
import fc from 'fast-check';
import { foldFigures, groupings, type ProducerFigures, shareOf } from './fold.ts';

const rows: fc.Arbitrary<ProducerFigures[]> = fc.array(
  fc.record({
    producerId: fc.constantFrom('a', 'b', 'c'),
    divisionCode: fc.constantFrom('611002', '611002104', '611002105', '611021102'),
    batches: fc.nat(50),
    certified: fc.nat(50),
    issued: fc.nat(50),
    void: fc.nat(50),
    withdrawn: fc.nat(50),
    onBehalf: fc.nat(50),
  }),
);

describe('figures of conformity certificates', () => {
  it('add up to the same, however they are grouped', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(...groupings), (all, by) => {
        const folded = foldFigures(all, by);
        for (const name of ['batches', 'certified', 'issued', 'void', 'withdrawn', 'onBehalf'] as const) {
          const sum = (each: readonly Record<typeof name, number>[]) =>
            each.reduce((total, row) => total + row[name], 0);
          expect(sum(folded)).to.equal(sum(all));
        }
        expect(folded.map(({ key }) => key)).to.deep.equal([...new Set(folded.map(({ key }) => key))].sort());
      }),
    );
  });

  it('name the producers who have batches and no certificate, counted over all their towns', () => {
    const none = { certified: 0, issued: 0, void: 0, withdrawn: 0, onBehalf: 0 };
    const all = [
      { producerId: 'a', divisionCode: '611002104', batches: 3, ...none },
      { producerId: 'a', divisionCode: '611002105', batches: 0, ...none, issued: 1 },
      { producerId: 'b', divisionCode: '611002105', batches: 1, ...none },
    ];
    expect(foldFigures(all, 'county')[0]).to.include({ key: '611002', producers: 2, producersWithout: 1, batches: 4 });
  });

  it('tell no share of nothing', () => {
    expect(shareOf({ batches: 0, certified: 0 })).to.equal(null);
    expect(shareOf({ batches: 3, certified: 1 })).to.equal(0.3333);
  });
});
