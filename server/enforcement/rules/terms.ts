import type { Term } from '../../calendar/rules/deadline.ts';
import deadlines from '../data/deadlines.json' with { type: 'json' };
import rows from '../data/terms.json' with { type: 'json' };

/** Periods that are no deadline of a case: those of goods, and what must lie between two steps. */
const terms = rows as readonly (Term & { code: string })[];

/** @throws Error for a code that no row has: the platform does not start */
export function termOf(code: string): Term {
  const found = terms.find((term) => term.code === code) ?? deadlineTerm(code);
  if (!found) throw new Error(`no term ${code}`);
  return found;
}

function deadlineTerm(code: string): Term | undefined {
  const { amount, unit } = deadlines.find(({ kind }) => kind === `case-${code}`) ?? {};
  return amount === undefined ? undefined : { count: amount, unit: unit as Term['unit'] };
}
