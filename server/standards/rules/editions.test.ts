import { expect } from 'chai';
import fc from 'fast-check';
import { isInForce } from './day.ts';
import { standing } from './editions.ts';

const edition = (
  code: string,
  version: number,
  effectiveFrom: string,
  replaces: string[] = [],
  effectiveTo?: string,
) => ({
  code,
  version,
  effectiveFrom,
  replaces,
  ...(effectiveTo && { effectiveTo }),
});
const old = edition('GB 2763-2021', 1, '2021-09-03');
const supplement = edition('GB 2763.1-2022', 1, '2023-05-11');
const now = edition('GB 2763-2026', 1, '2026-03-01', ['GB 2763-2021', 'GB 2763.1-2022']);

describe('the editions that stand', () => {
  it('end on the day before the one that replaces them begins', () => {
    expect(standing([old, supplement, now])).to.deep.equal([
      { ...old, effectiveTo: '2026-02-28' },
      { ...supplement, effectiveTo: '2026-02-28' },
      now,
    ]);
  });

  it('end earlier where they say so themselves, and not later', () => {
    expect(standing([edition('GB 2763-2021', 1, '2021-09-03', [], '2025-12-31'), now])[0]).to.include({
      effectiveTo: '2025-12-31',
    });
    expect(standing([edition('GB 2763-2021', 1, '2021-09-03', [], '2030-01-01'), now])[0]).to.include({
      effectiveTo: '2026-02-28',
    });
  });

  it('are the newest version of each code, which may not end itself', () => {
    const corrected = edition('GB 2763-2026', 2, '2026-03-01', ['GB 2763-2026']);
    expect(standing([now, corrected, edition('GB 2763-2026', 0, '2026-03-01')])).to.deep.equal([corrected]);
  });

  it('are in force on one day at most where one replaces the other', () => {
    const day = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, day, (first, second, asked) => {
        const both = standing([edition('A', 1, first), edition('B', 1, second, ['A'])]);
        return both.filter((each) => isInForce(each, asked)).length <= 1;
      }),
    );
  });
});
