import type { Scoped } from '../../database/guard.ts';
import { Forbidden } from '../../errors.ts';
import type { Caller } from '../caller.ts';
import { filterOf, mayDo } from './ability.ts';
import { type Permission, partsOf, type Resource } from './resources.ts';

/** Readings carry no division of their own: their device decides. */
const heldBy: Partial<Record<Resource, Resource>> = { readings: 'devices' };

/**
 * The records with which this caller may do that, as an option of a query: `Batch.find({…}).setOptions(within(caller,
 * 'batches:read'))`. The guard on each model adds the filter, and refuses the query that has no such option.
 */
export function within(caller: Caller, permission: Permission): Scoped {
  const { resource } = partsOf(permission);
  return {
    scope: {
      resource: heldBy[resource] ?? resource,
      filter: filterOf(caller, permission),
      covers: (record) => mayDo(caller, permission, record),
    },
  };
}

/** @throws Forbidden when this caller may not do that with the record */
export function requireRight(caller: Caller, permission: Permission, record: object): void {
  if (!mayDo(caller, permission, record)) throw new Forbidden(`The right ${permission} does not reach that record`);
}
