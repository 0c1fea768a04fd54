import type { Connection, Model } from 'mongoose';
import { auditedAs, vouchedFor } from '../database/change-log/audited.ts';
import { digestOf, type Fields } from '../database/change-log/digest.ts';
import { type ChangeEntry, changeEntries } from '../database/change-log/entry.ts';
import { unscoped } from '../database/guard.ts';
import { leafOf } from './leaf.ts';
import { readCheckpoint } from './merkle/checkpoint.ts';
import { leafHash, nodeHash } from './merkle/hash.ts';
import { openNote } from './merkle/signed-note.ts';
import { completedBy, joined } from './merkle/tree.ts';
import { auditModels } from './model.ts';
import type { Seal } from './seal.ts';

const forTheCheck = unscoped('the check walks everything');

/** The first thing that does not agree, in words that name it. */
export interface Disagreement {
  where: string;
  what: string;
}

export interface Verified {
  entries: number;
  records: number;
}

interface Last {
  salt: string;
  recordDigest: string;
  at: Date;
}

/**
 * Walks the log from its first entry and then all audited records: each entry must hash to the signed trees, each record
 * must be what its last entry says. Holds one digest a record in memory.
 * @returns how much was checked, or the first disagreement
 */
export async function verifyLog(connection: Connection, seal: Seal): Promise<Verified | Disagreement> {
  const last = new Map<string, Last>();
  const log = await walkLog(connection, seal, last);
  if ('where' in log) return log;
  const records = await walkRecords(connection, last);
  return 'where' in records ? records : { ...log, ...records };
}

async function walkLog(
  connection: Connection,
  seal: Seal,
  last: Map<string, Last>,
): Promise<{ entries: number } | Disagreement> {
  const { Checkpoint, Head } = auditModels(connection);
  const checkpoints = new Map((await Checkpoint.find().lean()).map(({ _id, note }) => [_id, note]));
  const published = seal.published();
  /** Complete subtrees that are not yet part of a larger one, the largest first. */
  const edge: Buffer[] = [];
  let size = 0;
  const Entry = changeEntries(connection);
  for await (const entry of Entry.find({ sequence: { $exists: true } }, null, forTheCheck)
    .sort({ sequence: 1 })
    .lean<ChangeEntry[]>()
    .cursor()) {
    const where = `audit-log entry ${size} (${entry.resource} ${entry.recordId})`;
    if (entry.sequence !== size) return { where: `audit-log entry ${size}`, what: 'is missing' };
    edge.push(leafHash(leafOf(entry)));
    for (const _completed of completedBy(size)) {
      const right = edge.pop() as Buffer;
      edge.push(nodeHash(edge.pop() as Buffer, right));
    }
    size++;
    const note = checkpoints.get(size);
    const what = note === undefined ? undefined : againstNote(note, { size, root: joined(edge) }, seal);
    if (what) return { where, what };
    if (published?.size === size && !published.root.equals(joined(edge)))
      return { where, what: 'or one before it differs from the published checkpoint' };
    remember(last, entry);
  }
  const head = (await Head.findById('head').lean())?.size ?? 0;
  if (head !== size) return { where: `audit-log entry ${size}`, what: `is missing: the log has ${head} entries` };
  if (published && published.size > size)
    return { where: `audit-log entry ${size}`, what: `is missing: ${published.size} entries were published` };
  for await (const entry of Entry.find({ pending: true }, null, forTheCheck)
    .sort({ _id: 1 })
    .lean<ChangeEntry[]>()
    .cursor())
    remember(last, entry);
  return { entries: size };
}

function againstNote(note: string, tree: { size: number; root: Buffer }, seal: Seal): string | undefined {
  const text = openNote(note, [seal.verifier]);
  const checkpoint = text === null ? null : readCheckpoint(text);
  if (!checkpoint || checkpoint.size !== tree.size)
    return `the checkpoint of size ${tree.size} is not signed by this log`;
  return checkpoint.root.equals(tree.root)
    ? undefined
    : `or one before it differs from the checkpoint signed at size ${tree.size}`;
}

/** What the record must be from now on; that somebody looked at it says nothing about that. */
function remember(last: Map<string, Last>, { action, resource, recordId, salt, recordDigest, at }: ChangeEntry): void {
  if (action === 'reveal') return;
  last.set(`${resource} ${recordId}`, { salt, recordDigest, at });
}

async function walkRecords(
  connection: Connection,
  last: Map<string, Last>,
): Promise<{ records: number } | Disagreement> {
  const unseen = new Map(last);
  let records = 0;
  for (const model of Object.values(connection.models) as Model<Fields>[]) {
    const how = auditedAs(model.schema);
    if (!how) continue;
    for await (const record of model.find({}, null, forTheCheck).sort({ _id: 1 }).lean<Fields[]>().cursor()) {
      const name = `${how.resource} ${String((record as Fields)._id)}`;
      const entry = last.get(name);
      if (!entry) return { where: name, what: 'was created without an entry in the audit log' };
      if (digestOf(entry.salt, vouchedFor(record as Fields, how)) !== entry.recordDigest)
        return { where: name, what: `is not as it was left at ${entry.at.toISOString()}, when it last changed` };
      unseen.delete(name);
      records++;
    }
  }
  const [gone] = unseen.keys();
  return gone === undefined ? { records } : { where: gone, what: 'is gone; records are never deleted' };
}
