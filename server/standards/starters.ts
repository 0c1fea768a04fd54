import type { PrintedRows } from './imports/table-kind.ts';
import { bans, type Edition, foodNodes, limits, residues } from './library.ts';
import { linesOfResidue } from './rules/known-substances.ts';

/** The rows that come with the platform, as if they had been loaded. */
export function starterRows({ code, kind }: Pick<Edition, 'code' | 'kind'>): PrintedRows {
  return { rows: rowsOf(code, kind), exemptions: [] };
}

function rowsOf(code: string, kind: Edition['kind']): readonly unknown[] {
  if (kind === 'banned') return bans;
  if (kind === 'substances') return residues.flatMap(linesOfResidue);
  if (kind === 'classification') return [...foodNodes.values()];
  return limits.filter(({ standard }) => standard === code);
}
