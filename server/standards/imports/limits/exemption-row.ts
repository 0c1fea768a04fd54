import { isCasNumber } from '../../rules/cas-number.ts';
import type { PrintedExemption } from '../../rules/exemptions.ts';
import type { PrintedLimit } from '../../rules/match-limit.ts';
import { nameKey } from '../../rules/substance.ts';
import type { RowFault, TableRow } from '../table-kind.ts';

/** What stands in the column of limits where a substance is exempt from them. */
export const exemptMark = '豁免';

export function isExemption({ cells }: TableRow): boolean {
  return cells.maximum !== undefined && [exemptMark, 'exempt'].includes(nameKey(cells.maximum));
}

/**
 * Rows of substances without a limit in any food, and every reason why one is none.
 * @param limits of the same table: what has a limit there is not exempt
 */
export function readExemptions(
  rows: readonly TableRow[],
  limits: readonly Pick<PrintedLimit, 'substance'>[],
): { exemptions: PrintedExemption[]; problems: RowFault[] } {
  const limited = new Set(limits.map(({ substance }) => nameKey(substance)));
  const firstLine = new Map<string, number>();
  const problems: RowFault[] = [];
  const exemptions = rows.flatMap(({ line, cells }) => {
    const { substance = '', substanceEn = substance, casNumber, clause = '', food } = cells;
    const faults: Omit<RowFault, 'line'>[] = [];
    const first = firstLine.get(nameKey(substance));
    if (!substance) faults.push({ column: 'substance', message: 'must not be empty' });
    if (!clause) faults.push({ column: 'clause', message: 'must not be empty' });
    if (food !== undefined)
      faults.push({ column: 'food', message: 'must be empty: a substance is exempt in all foods' });
    if (casNumber !== undefined && !isCasNumber(casNumber))
      faults.push({ column: 'casNumber', message: `${casNumber} is not a CAS number: its check digit is wrong` });
    if (limited.has(nameKey(substance)))
      faults.push({ column: 'maximum', message: `${substance} has a limit in this table, so it is not exempt` });
    if (first !== undefined)
      faults.push({ column: 'substance', message: `is exempt a second time, as in line ${first}` });
    problems.push(...faults.map((fault) => ({ line, ...fault })));
    if (faults.length) return [];
    firstLine.set(nameKey(substance), line);
    return [{ substance, substanceEn, ...(casNumber !== undefined && { casNumber }), clause }];
  });
  return { exemptions, problems };
}
