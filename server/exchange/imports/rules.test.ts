import { expect } from 'chai';
import fc from 'fast-check';
import { afterPart, noneYet, partsOf } from './rules.ts';
import type { Outcome, RowReport } from './schema.ts';

const report = fc
  .constantFrom<Outcome>('created', 'updated', 'unchanged', 'refused')
  .map((outcome): RowReport => ({ line: 2, outcome, errors: [] }));
const begun = (state: 'checking' | 'storing', rows: number) => ({ state, rows, done: 0, counts: noneYet, next: 0 });

describe('an import that goes on part by part', () => {
  it('counts every row of a trial once, and is refused if and only if one of them is', () => {
    fc.assert(
      fc.property(fc.array(report, { minLength: 1, maxLength: 60 }), fc.integer({ min: 1, max: 9 }), (rows, most) => {
        const end = partsOf(rows, most).reduce(
          afterPart,
          begun('checking', rows.length) as ReturnType<typeof afterPart>,
        );
        expect(end.done).to.equal(rows.length);
        expect(Object.values(end.counts).reduce((sum, count) => sum + count)).to.equal(rows.length);
        expect(end.state).to.equal(rows.some(({ outcome }) => outcome === 'refused') ? 'refused' : 'checked');
      }),
    );
  });

  it('halts before the first part with a bad row, and what is done is what is stored', () => {
    fc.assert(
      fc.property(fc.array(report, { minLength: 1, maxLength: 60 }), fc.integer({ min: 1, max: 9 }), (rows, most) => {
        let stands: ReturnType<typeof afterPart> = begun('storing', rows.length);
        for (const part of partsOf(rows, most)) if (stands.state === 'storing') stands = afterPart(stands, part);
        const bad = rows.findIndex(({ outcome }) => outcome === 'refused');
        expect(stands.state).to.equal(bad < 0 ? 'stored' : 'halted');
        expect(stands.done).to.equal(bad < 0 ? rows.length : Math.floor(bad / most) * most);
        const { created, updated, unchanged } = stands.counts;
        expect(created + updated + unchanged).to.equal(stands.done);
      }),
    );
  });
});
