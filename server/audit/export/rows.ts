import type { entryView } from '../view.ts';

export type EntryRow = Readonly<Record<(typeof columns)[number], string>>;

export const columns = [
  ...(['sequence', 'at', 'actor', 'actorKind', 'address', 'action'] as const),
  ...(['resource', 'record', 'division', 'reason', 'field', 'before', 'after'] as const),
] as const;

/** An entry as rows of a table: one for each field that it changed, or one when it changed none. */
export function rowsOf(entry: ReturnType<typeof entryView>): EntryRow[] {
  const common = {
    sequence: String(entry.sequence ?? ''),
    at: entry.at,
    actor: entry.actor.name,
    actorKind: entry.actor.kind,
    address: entry.actor.address ?? '',
    action: entry.action,
    resource: entry.resource,
    record: entry.recordId,
    division: entry.divisionCode ?? '',
    reason: entry.reason ?? '',
  };
  const changes = entry.changes.length > 0 ? entry.changes : [{ field: '' }];
  return changes.map((change) => ({
    ...common,
    field: change.field,
    before: cellOf('before' in change ? change.before : undefined),
    after: cellOf('after' in change ? change.after : undefined),
  }));
}

function cellOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
