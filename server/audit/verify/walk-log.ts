import { setTimeout } from 'node:timers/promises';
import type { Connection } from 'mongoose';
import { type ChangeEntry, changeEntries } from '../../database/change-log/entry.ts';
import { leafOf } from '../leaf.ts';
import type { Checkpoint } from '../merkle/checkpoint.ts';
import { leafHash } from '../merkle/hash.ts';
import { auditModels, type LogHead, type SignedCheckpoint } from '../model.ts';
import { entriesAtOnce } from '../sequence.ts';
import { Disagrees } from './disagreement.ts';
import { messageOf, readStored, requireFields } from './stored.ts';
import { createTreeCheck } from './tree-check.ts';
import { signedCheckpoint, type Trust } from './trust.ts';

/** How a record must be, as the last entry about it says. */
export interface Last {
  salt: string;
  recordDigest: string;
  /** Place of that entry; absent while it waits for one. */
  sequence?: number;
}

export interface LogWalk {
  /** `<resource> <record id>` → how it must be. */
  last: Map<string, Last>;
  /** Entries read that have their place in the log. */
  readonly entries: number;
  /** Entries that are committed and have no place yet, so that no signature covers them. */
  readonly waiting: number;
  /** The newest checkpoint in the database that agreed. */
  readonly checkpoint: Checkpoint | null;
  /** Reads on to the log's newest checkpoint. @throws Disagrees */
  advance(): Promise<void>;
  /** Whether nothing more than what was read stands in log, tree and checkpoints. @throws Disagrees */
  requireNothingElse(): Promise<void>;
}

const entryFields = ['_id', 'at', 'actor', 'action', 'resource', 'recordId', 'changes', 'salt', 'recordDigest'];
/** How often the end is looked at again while entries are there that nobody has signed yet, and how soon. */
const rounds = 10;
const roundMs = 100;

/** Reads the log from its first entry: each must hash to the stored tree, the signed checkpoints and the published one. */
export function walkLog(connection: Connection, trust: Trust, progress: (entries: number) => void): LogWalk {
  const { Head, Checkpoint: Checkpoints } = auditModels(connection);
  const collection = changeEntries(connection).collection.name;
  const checkpoints = Checkpoints.collection.name;
  const last = new Map<string, Last>();
  const tree = createTreeCheck(connection);
  const agreed = new Set<number>();
  let waiting = 0;
  let checkpoint: Checkpoint | null = null;

  const missing = (sequence: number, detail: string) =>
    new Disagrees({ kind: 'entry-missing', collection, sequence, detail });

  const readHead = async () => {
    for await (const head of readStored<LogHead>(connection, Head.collection.name)) {
      requireFields(Head.collection.name, head, ['_id', 'size']);
      if (head._id === 'head' && Number.isSafeInteger(head.size)) return head.size;
      throw new Disagrees({ kind: 'head-wrong', collection: Head.collection.name, id: String(head._id) });
    }
    return 0;
  };

  /** The stored leaves name the entry itself; only when they agree with it is the root all that is left to blame. */
  const requireRoot = async ({ root }: Checkpoint, place: { collection: string; id: string }) => {
    if (root.equals(tree.root())) return;
    await tree.compare();
    throw new Disagrees({ kind: 'checkpoint-differs', ...place, sequence: tree.size - 1 });
  };

  const take = async (entry: ChangeEntry) => {
    if (entry.sequence !== tree.size) throw missing(tree.size, String(entry.sequence));
    requireForm(collection, entry, 'sequence');
    await tree.add(leafHash(leafOf(entry)), String(entry._id));
    if (entry.action !== 'begin') remember(last, entry);
  };

  const takeCheckpoint = async ({ _id, note }: SignedCheckpoint) => {
    const place = { collection: checkpoints, id: String(_id) };
    const signed = signedCheckpoint(note, trust.verifiers);
    if (signed?.size !== _id) throw new Disagrees({ kind: 'checkpoint-unsigned', ...place });
    if (_id > tree.size) throw missing(tree.size, `${checkpoints}: ${_id}`);
    await requireRoot(signed, place);
    checkpoint = signed;
    agreed.add(_id);
  };

  /** Reads the entries up to a place, and on the way each checkpoint where it was signed. */
  const readOn = async (to: number, published: Checkpoint | null) => {
    const signed = readStored<SignedCheckpoint>(connection, checkpoints, { _id: { $gt: tree.size, $lte: to } });
    const nextCheckpoint = async () => {
      const { value } = await signed.next();
      if (value) requireFields(checkpoints, value, ['_id', 'note']);
      return value as SignedCheckpoint | undefined;
    };
    let ahead = await nextCheckpoint();
    const span = { sequence: { $gte: tree.size, $lt: to } };
    for await (const entry of readStored<ChangeEntry>(connection, collection, span, { sequence: 1 })) {
      await take(entry);
      for (; ahead && ahead._id <= tree.size; ahead = await nextCheckpoint()) await takeCheckpoint(ahead);
      if (published?.size === tree.size)
        await requireRoot(published, { collection: 'published', id: String(published.size) });
      if (tree.size % 1_000 === 0) progress(tree.size);
    }
    if (ahead) await takeCheckpoint(ahead);
    await tree.compare();
  };

  const advance = async () => {
    const published = publishedBy(trust);
    const newest = (await Checkpoints.findOne().sort({ _id: -1 }).lean())?._id ?? 0;
    await readOn(newest, published);
    if (published && published.size > tree.size) throw missing(tree.size, `published: ${published.size}`);
    if (!published && checkpoint && trust.keepsPublished)
      throw new Disagrees({ kind: 'checkpoint-missing', collection: 'published' });
    waiting = 0;
    const unsigned = { $or: [{ sequence: { $gte: tree.size } }, { pending: true }] };
    for await (const entry of readStored<ChangeEntry>(connection, collection, unsigned)) {
      requireForm(collection, entry, entry.pending ? 'pending' : 'sequence');
      remember(last, entry);
      waiting++;
    }
  };

  /** To the log's end, which moves while the platform runs; only what nobody signs in the meantime is left unsigned. */
  const readToTheEnd = async () => {
    for (let round = 0; ; round++) {
      await advance();
      const head = await readHead();
      const whole = head === tree.size && (await tree.isWhole());
      if (whole) return;
      const moving = head > tree.size || (await readHead()) !== head;
      if (!moving || round >= rounds) return finish(head);
      await setTimeout(roundMs);
    }
  };

  const finish = async (head: number) => {
    if (head > tree.size + entriesAtOnce || !checkpoint)
      throw new Disagrees({
        kind: 'checkpoint-missing',
        collection: checkpoints,
        detail: `${Head.collection.name}: ${head}`,
      });
    if (head < tree.size)
      throw new Disagrees({ kind: 'head-wrong', collection: Head.collection.name, detail: String(head) });
    await readOn(head, null);
    if (tree.size < head) throw missing(tree.size, `${Head.collection.name}: ${head}`);
    await tree.requireNoOther();
  };

  return {
    last,
    get entries() {
      return tree.size;
    },
    get waiting() {
      return waiting;
    },
    get checkpoint() {
      return checkpoint;
    },
    advance,

    async requireNothingElse() {
      await readToTheEnd();
      for await (const { _id } of readStored<SignedCheckpoint>(connection, checkpoints))
        if (!agreed.has(_id) && !(Number.isSafeInteger(_id) && _id > tree.size))
          throw new Disagrees({ kind: 'checkpoint-unsigned', collection: checkpoints, id: String(_id) });
      for await (const { _id, sequence = 0 } of readStored<ChangeEntry>(connection, collection, {
        sequence: { $gte: tree.size },
      }))
        if (sequence >= (await readHead()))
          throw new Disagrees({ kind: 'entry-misplaced', collection, id: String(_id), sequence });
      const stray = { sequence: { $not: { $gte: 0 } }, pending: { $ne: true } };
      for await (const { _id } of readStored<ChangeEntry>(connection, collection, stray))
        throw new Disagrees({ kind: 'entry-misplaced', collection, id: String(_id) });
    },
  };
}

function requireForm(collection: string, entry: ChangeEntry, place: 'sequence' | 'pending'): void {
  requireFields(collection, entry, [...entryFields, place], ['divisionCode', 'reason', 'publicDigest']);
  const sound =
    entry.at instanceof Date && entry.actor && Array.isArray(entry.changes) && typeof entry.salt === 'string';
  if (!sound) throw new Disagrees({ kind: 'malformed', collection, id: String(entry._id) });
}

function publishedBy(trust: Trust): Checkpoint | null {
  try {
    return trust.published();
  } catch (error) {
    throw new Disagrees({ kind: 'checkpoint-unsigned', collection: 'published', detail: messageOf(error) });
  }
}

/** What the record must be from now on; that somebody looked at it says nothing about that. */
function remember(last: Map<string, Last>, entry: ChangeEntry): void {
  const { action, resource, recordId, salt, recordDigest, sequence } = entry;
  if (action === 'reveal') return;
  last.set(`${resource} ${recordId}`, { salt, recordDigest, ...(sequence !== undefined && { sequence }) });
}
