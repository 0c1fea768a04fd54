import { type Deadline, deadlineOf, type Term, workCalendar } from '../../calendar/index.ts';
import data from '../data/objection-terms.json' with { type: 'json' };
import type { TermRecord } from './model.ts';

export type TermName = 'objection-to-laboratory' | 'objection-to-rapid-test';

/** When the period ends that began with this event, with its clause. */
export function termFrom(name: TermName, event: Date): TermRecord {
  const row = data.terms.find(({ term }) => term === name);
  if (!row) throw new Error(`no term ${name}`);
  const deadline = deadlineOf(event, { unit: row.unit, count: row.count } as Term, workCalendar) as Deadline;
  return { term: row.term, clause: row.clause, ...deadline };
}

/** Who bears the costs of the re-test, and by which clause. */
export function costsOf(conclusion: 'same' | 'other'): string {
  return `${data.costs[conclusion]} (${data.costs.clause})`;
}
