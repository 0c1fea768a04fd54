import type { Caller } from '../identity/caller.ts';
import type { Permission } from '../identity/permissions.ts';
import { mayDo } from '../identity/rights/ability.ts';
import type { DeviceRecord } from './model.ts';
import { placementsOf } from './places.ts';
import { joined, type Period } from './rules/placements.ts';

/** When a device stood where the caller may read what it sent, in order; without bounds where all its places are. */
export function readablePeriods(
  caller: Caller,
  device: Pick<DeviceRecord, 'placements' | 'divisionCode' | 'producerId' | 'siteId'>,
  permission: Permission = 'readings:read',
): Period[] {
  const placements = placementsOf(device);
  const readable = placements.filter((placement) => mayDo(caller, permission, placement));
  return readable.length === placements.length ? [{}] : joined(readable);
}

/** The filter of records by a time that lies in one of the periods. */
export function inPeriods(field: string, periods: readonly Period[]): object {
  if (periods.length === 0) return { _id: { $in: [] } };
  if (periods.some(({ from, to }) => from === undefined && to === undefined)) return {};
  return {
    $or: periods.map(({ from, to }) => ({
      [field]: { ...(from !== undefined && { $gte: dateOf(from) }), ...(to !== undefined && { $lt: dateOf(to) }) },
    })),
  };
}

export function dateOf(moment: Period['from']): Date | undefined {
  return moment === undefined ? undefined : new Date(moment);
}
