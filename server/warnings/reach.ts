import type { QueryFilter } from 'mongoose';
import { Forbidden } from '../errors.ts';
import type { Caller } from '../identity/caller.ts';
import { requireScope, withinScope } from '../identity/scope.ts';
import type { WarningRecord } from './model.ts';

/**
 * The warnings a caller may see. Many warnings belong to no producer, so a producer's account that names none must not
 * match them by its missing id.
 */
export function warningsFor(caller: Caller): QueryFilter<WarningRecord> {
  const scope = withinScope(caller) as QueryFilter<WarningRecord>;
  return caller.roles.includes('producer') ? { $and: [scope, { producerId: { $exists: true } }] } : scope;
}

/** The same question about a record at hand. */
export function isInScope(caller: Caller, record: { divisionCode: string; producerId?: string | undefined }): boolean {
  try {
    requireScope(caller, record);
    return true;
  } catch (error) {
    if (error instanceof Forbidden) return false;
    throw error;
  }
}
