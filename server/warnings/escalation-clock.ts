import { workCalendar } from '../calendar/index.ts';
import type { WarningRecord } from './model.ts';
import { escalationDue } from './rules/escalation.ts';

type Clocked = Pick<WarningRecord, 'state' | 'level' | 'divisionCode' | 'escalatedTo' | 'escalations'>;

interface ClockFields {
  $set?: { escalateAt: Date };
  $unset?: { escalateAt: 1 };
}

/** As part of an update: until when somebody must have acknowledged it, from `since` on; the clock stands unless it is open. */
export function clockFields(warning: Clocked, since: Date): ClockFields {
  const due = warning.state === 'open' ? escalationDue(warning, since, workCalendar) : null;
  return due ? { $set: { escalateAt: due } } : { $unset: { escalateAt: 1 } };
}
