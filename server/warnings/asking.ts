import type { Caller } from '../identity/caller.ts';
import { mayDo } from '../identity/rights/ability.ts';
import type { Asking } from './lifecycle.ts';
import type { WarningRecord } from './model.ts';

/** Who asks, for the table of steps; a warning told to nobody in particular allows nothing. */
export function askingOf(caller: Caller | null, warning: WarningRecord, now: Date): Asking {
  return {
    username: caller?.username ?? '',
    now,
    may: (permission) => caller !== null && mayDo(caller, permission, warning),
  };
}
