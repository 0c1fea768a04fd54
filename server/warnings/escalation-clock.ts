import { workCalendar } from '../calendar/index.ts';
import type { WarningRecord } from './model.ts';
import { escalationDue } from './rules/escalation.ts';

type Clocked = Pick<WarningRecord, 'state' | 'level' | 'divisionCode' | 'escalatedTo' | 'escalations'>;

interface ClockFields {
  $set?: { escalateAt: Date };
  $unset?: { escalateAt: 1 };
}

/** As part of an update: until when somebody must have acknowledged it, or begun to handle it, from `since` on. */
export function clockFields(warning: Clocked, since: Date): ClockFields {
  const due = escalationDue(warning, since, workCalendar);
  return due ? { $set: { escalateAt: due } } : { $unset: { escalateAt: 1 } };
}
