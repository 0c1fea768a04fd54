import type { Term } from '../../calendar/rules/deadline.ts';
import type { Bilingual } from '../../http/fields.ts';
import rows from '../data/terms.json' with { type: 'json' };

export interface StatutoryTerm extends Term {
  code: string;
  title: Bilingual;
  clause: string;
  /** false: not yet compared with the text itself. */
  sourceChecked?: boolean;
}

export const terms = rows as readonly StatutoryTerm[];

export function termOf(code: string): StatutoryTerm {
  const found = terms.find((term) => term.code === code);
  if (!found) throw new Error(`no term ${code}`);
  return found;
}
