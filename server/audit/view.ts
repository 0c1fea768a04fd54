import type { ChangeEntry } from '../database/change-log/entry.ts';

/** An entry as an auditor reads it. */
export function entryView(entry: ChangeEntry) {
  const { kind, id, name, address } = entry.actor;
  return {
    id: entry._id.toHexString(),
    ...(entry.sequence !== undefined && { sequence: entry.sequence }),
    at: entry.at.toISOString(),
    actor: { kind, id, name, ...(address && { address }) },
    action: entry.action,
    resource: entry.resource,
    recordId: entry.recordId,
    ...(entry.divisionCode && { divisionCode: entry.divisionCode }),
    ...(entry.reason && { reason: entry.reason }),
    changes: entry.changes.map(({ field, before, after }) => ({
      field,
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
    })),
  };
}
