import { expect } from 'chai';
import fc from 'fast-check';
import { harvestsInLot } from './harvests-in-lot.ts';

const at = (day: number) => new Date(Date.UTC(2026, 4, day));
const kilograms = (day: number, value: number) => ({ at: at(day), quantity: { value, unit: 'kg' } });
const days = (harvests: { at: Date }[]) => harvests.map(({ at: time }) => time.getUTCDate());

describe('the harvests in a lot', () => {
  const moves = fc.uniqueArray(
    fc.record({ day: fc.integer({ min: 1, max: 9 }), amount: fc.integer({ min: 1, max: 3 }), out: fc.boolean() }),
    { maxLength: 6, selector: ({ day }) => day },
  );

  /** The same by trying every way in which goods can be picked out of the lot. */
  function byPicking(all: { day: number; amount: number; out: boolean }[], moment: number): Set<number> {
    const inOrder = all
      .filter(({ day, out }) => (out ? day < moment : day <= moment))
      .toSorted((a, b) => a.day - b.day);
    let lots: Map<number, number>[] = [new Map()];
    for (const { day, amount, out } of inOrder) {
      if (!out) lots = lots.map((lot) => new Map([...lot, [day, amount]]));
      for (let unit = 0; out && unit < amount; unit += 1)
        lots = lots.flatMap((lot) => {
          const inside = [...lot].filter(([, left]) => left > 0);
          return inside.length === 0 ? [lot] : inside.map(([from, left]) => new Map([...lot, [from, left - 1]]));
        });
    }
    return new Set(lots.flatMap((lot) => [...lot].filter(([, left]) => left > 0).map(([day]) => day)));
  }

  it('are those of which something can be left, however it was picked out', () => {
    fc.assert(
      fc.property(moves, fc.integer({ min: 1, max: 10 }), (all, moment) => {
        const of = (out: boolean) =>
          all.filter((each) => each.out === out).map(({ day, amount }) => kilograms(day, amount));
        const found = harvestsInLot(of(false), of(true), at(moment));
        expect(new Set(days(found))).to.deep.equal(byPicking(all, moment));
      }),
    );
  });

  it('are gone with what was taken at the moment only after it', () => {
    const [harvests, takings] = [[kilograms(1, 10), kilograms(5, 10)], [kilograms(3, 10)]];
    expect(days(harvestsInLot(harvests, takings, at(3)))).to.deep.equal([1]);
    expect(days(harvestsInLot(harvests, takings, at(4)))).to.deep.equal([]);
    expect(days(harvestsInLot(harvests, takings, at(6)))).to.deep.equal([5]);
  });

  it('never leave it when nobody knows how much there was, and what was taken in an unknown amount took nothing', () => {
    const taken = [kilograms(3, 1_000)];
    expect(days(harvestsInLot([{ at: at(1) }, kilograms(5, 1)], taken, at(6)))).to.deep.equal([1, 5]);
    expect(days(harvestsInLot([kilograms(1, 10)], [{ at: at(3) }], at(6)))).to.deep.equal([1]);
    const crates = { at: at(3), quantity: { value: 10, unit: '{crate}' } };
    expect(days(harvestsInLot([kilograms(1, 10)], [crates], at(6)))).to.deep.equal([1]);
    const grams = { at: at(3), quantity: { value: 10_000, unit: 'g' } };
    expect(days(harvestsInLot([kilograms(1, 10)], [grams], at(6)))).to.deep.equal([]);
  });
});
