import { canonical, digestOf } from '../database/change-log/digest.ts';
import type { ChangeEntry } from '../database/change-log/entry.ts';

/**
 * What the tree is built over: who, what and why only as a salted digest, so that the log can be shown to anybody and
 * personal data can still be erased. The form has a version: a leaf once written never changes.
 */
export function leafOf(entry: ChangeEntry): Buffer {
  const { actor, changes, reason } = entry;
  return Buffer.from(
    canonical({
      version: '1',
      id: entry._id.toHexString(),
      at: entry.at.toISOString(),
      action: entry.action,
      resource: entry.resource,
      recordId: entry.recordId,
      ...(entry.divisionCode !== undefined && { divisionCode: entry.divisionCode }),
      recordDigest: entry.recordDigest,
      ...(entry.publicDigest !== undefined && { publicDigest: entry.publicDigest }),
      detailsDigest: digestOf(entry.salt, { actor, changes, ...(reason !== undefined && { reason }) }),
    }),
  );
}
