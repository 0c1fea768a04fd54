import type { Verdict } from '../../standards/index.ts';

const compared = [
  'verdict',
  'limit',
  'unit',
  'standard',
  'clause',
  'food',
  'banned',
  'decisionRule',
  'outcome',
  'reason',
] as const satisfies readonly (keyof Verdict)[];

/** Which parts of a stored verdict the recomputed one does not share. */
export function differingFields(stored: Verdict, recomputed: Verdict): string[] {
  return compared.filter((field) => (stored[field] ?? null) !== (recomputed[field] ?? null));
}
