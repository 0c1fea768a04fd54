import type { Connection } from 'mongoose';
import { type Audited, vouchedFor, withheld } from '../../database/change-log/audited.ts';
import { canonical, type Fields } from '../../database/change-log/digest.ts';
import { type ChangeEntry, changeEntries } from '../../database/change-log/entry.ts';
import { readStored } from './stored.ts';

/**
 * The first field of a record that is not as its entries leave it. Of secrets and personal data the log keeps no value:
 * when all others agree, those are named.
 */
export async function alteredField(connection: Connection, record: Fields, how: Audited): Promise<string | undefined> {
  const { name } = changeEntries(connection).collection;
  const expected = new Map<string, unknown>();
  const unknown = new Set<string>();
  const about = { resource: how.resource, recordId: String(record._id) };
  for await (const { action, changes } of readStored<ChangeEntry>(connection, name, about)) {
    if (action === 'reveal') continue;
    for (const change of changes) {
      const kept = 'before' in change || 'after' in change;
      if (!kept || change.after === withheld || change.before === withheld) unknown.add(change.field);
      else expected.set(change.field, change.after);
    }
  }
  const vouched = vouchedFor(record, how);
  const fields = [...new Set([...Object.keys(vouched), ...expected.keys()])].filter((field) => field !== '_id').sort();
  const known = fields.filter((field) => !unknown.has(field) && field !== '__v');
  const altered = known.find((field) => canonical(vouched[field] ?? null) !== canonical(expected.get(field) ?? null));
  return altered ?? ([...unknown, ...('__v' in vouched ? ['__v'] : [])].sort().join(' | ') || undefined);
}
