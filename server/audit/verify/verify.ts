import type { Connection } from 'mongoose';
import { changeEntries } from '../../database/change-log/entry.ts';
import type { Checkpoint } from '../merkle/checkpoint.ts';
import { auditModels } from '../model.ts';
import { type Disagreement, Disagrees } from './disagreement.ts';
import { messageOf } from './stored.ts';
import { requireSound } from './structure.ts';
import type { Trust } from './trust.ts';
import { walkLog } from './walk-log.ts';
import { auditedCollections, walkRecords } from './walk-records.ts';

export interface Verified {
  entries: number;
  records: number;
  /** Entries so new that no signature covers them yet. */
  waiting: number;
  /** The newest checkpoint of the database, and the one that is kept outside it. */
  checkpoint: Checkpoint | null;
  published: Checkpoint | null;
}

/** Told now and then: which collection is being read, and how much has been read. */
export type Progress = (collection: string, done: number) => void;

/**
 * Reads the log from its first entry and then all records that are under it: each entry must hash to the stored tree and
 * the signed checkpoints, each record must be what its last entry says. The platform may run meanwhile. Holds one
 * digest a record in memory.
 * @param options.structure also has the database compare its index entries with the documents
 * @returns how much was checked, or the first disagreement
 */
export async function verifyLog(
  connection: Connection,
  trust: Trust,
  options: { structure?: boolean; progress?: Progress } = {},
): Promise<Verified | Disagreement> {
  const progress = options.progress ?? (() => undefined);
  try {
    if (options.structure) await requireSoundCollections(connection, progress);
    const walk = walkLog(connection, trust, (entries) => progress(changeEntries(connection).collection.name, entries));
    await walk.advance();
    const records = await walkRecords(connection, walk, progress);
    await walk.requireNothingElse();
    const { entries, waiting, checkpoint } = walk;
    return { entries, records, waiting, checkpoint, published: trust.published() };
  } catch (error) {
    if (error instanceof Disagrees) return error.disagreement;
    return { kind: 'unreadable', collection: 'the database', detail: messageOf(error) };
  }
}

async function requireSoundCollections(connection: Connection, progress: Progress): Promise<void> {
  const { Node, Head, Checkpoint: Checkpoints } = auditModels(connection);
  const own = [changeEntries(connection), Node, Head, Checkpoints].map(({ collection }) => collection.name);
  const names = [...own, ...auditedCollections(connection).map(({ collection }) => collection)];
  for (const [done, name] of names.entries()) {
    await requireSound(connection, name);
    progress(name, done + 1);
  }
}
