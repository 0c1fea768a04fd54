import { expect } from 'chai';
import fc from 'fast-check';
import { balanceOf, converted } from './mass-balance.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 4, 1, 8, minute));
const take = (value: number, unit: string, minute: number) => ({
  eventId: `e${minute}`,
  at: at(minute),
  quantity: { value, unit },
});

describe('the mass balance of a lot', () => {
  it('M1 is exceeded as soon as more has left than the lot came to, and the tolerance', () => {
    expect(balanceOf({ value: 100, unit: 'kg' }, [take(60, 'kg', 1), take(42, 'kg', 2)]).verdict).to.equal('balanced');
    const tooMuch = balanceOf({ value: 100, unit: 'kg' }, [take(43, 'kg', 2), take(60, 'kg', 1)]);
    expect(tooMuch.verdict).to.equal('exceeded');
    expect(tooMuch.lines.map(({ left, exceeded }) => [left, exceeded])).to.deep.equal([
      [40, false],
      [-3, true],
    ]);
  });

  it('converts units by their factors', () => {
    expect(converted({ value: 1500, unit: 'g' }, 'kg')).to.equal(1.5);
    expect(converted({ value: 1.5, unit: 't' }, 'kg')).to.equal(1500);
    expect(converted({ value: 1, unit: 'kg' }, 'L')).to.equal(undefined);
    expect(balanceOf({ value: 1, unit: 't' }, [take(1030, 'kg', 1)]).verdict).to.equal('exceeded');
  });

  it('M1 says that it cannot tell where a quantity is missing or has no factor', () => {
    expect(balanceOf({ value: 10, unit: 'kg' }, [{ eventId: 'e', at: at(1) }]).verdict).to.equal('cannot-be-checked');
    expect(balanceOf({ value: 10, unit: 'kg' }, [take(1, 'crate', 1)]).verdict).to.equal('cannot-be-checked');
    expect(balanceOf({ value: 10, unit: 'kg' }, [take(50, 'kg', 1), take(1, 'crate', 2)]).verdict).to.equal('exceeded');
  });

  it('does not depend on the order of recording, and adds up', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 500 }), { maxLength: 12 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000 }), amounts, (total, taken) => {
        const movements = taken.map((value, index) => take(value, 'kg', index));
        const lot = { value: total, unit: 'kg' };
        const balance = balanceOf(lot, movements);
        expect(balanceOf(lot, [...movements].reverse())).to.deep.equal(balance);
        const sum = taken.reduce((all, value) => all + value, 0);
        expect(balance.lines.at(-1)?.left ?? total).to.equal(total - sum);
        expect(balance.verdict).to.equal(sum > total * 1.02 ? 'exceeded' : 'balanced');
      }),
    );
  });
});
