import type { ClientSession } from 'mongoose';
import type { Context } from '../context.ts';
import { type ChangeEntry, changeEntries } from '../database/change-log/entry.ts';
import { unscoped } from '../database/guard.ts';
import { leafOf } from './leaf.ts';
import { leafHash, nodeHash } from './merkle/hash.ts';
import { completedBy, joined, type Subtree, subtreesOf } from './merkle/tree.ts';
import { type AuditModels, auditModels, type TreeNode } from './model.ts';
import type { Seal } from './seal.ts';

/** The most that can be in the tree and not yet under a signature. */
export const entriesAtOnce = 500;

const nameOf = ({ level, index }: Subtree) => `${level}/${index}`;

/** The hashes of these subtrees, in their order. */
export async function hashesOf(
  { Node }: AuditModels,
  subtrees: readonly Subtree[],
  session?: ClientSession,
): Promise<Buffer[]> {
  const names = subtrees.map(nameOf);
  const found = await Node.find({ _id: { $in: names } })
    .session(session ?? null)
    .lean();
  const byName = new Map(found.map(({ _id, hash }) => [_id, Buffer.from(hash, 'base64')]));
  return names.map((name) => {
    const hash = byName.get(name);
    if (!hash) throw new Error(`the audit log has lost the subtree ${name}`);
    return hash;
  });
}

/** Gives committed changes their places in the log, and signs what the log has become. */
export function createSequencer(context: Context, seal: () => Seal) {
  const models = auditModels(context.connection);
  const { Node, Head, Checkpoint } = models;
  const Entry = changeEntries(context.connection);

  /** Adds leaves to the tree; answers with the nodes that came to be and the new root. */
  const grow = (size: number, known: Map<string, Buffer>, entries: ChangeEntry[]) => {
    const added: TreeNode[] = [];
    const put = (subtree: Subtree, hash: Buffer) => {
      known.set(nameOf(subtree), hash);
      added.push({ _id: nameOf(subtree), hash: hash.toString('base64') });
    };
    const at = (level: number, index: number) => known.get(nameOf({ level, index })) as Buffer;
    for (const [offset, entry] of entries.entries()) {
      const index = size + offset;
      put({ level: 0, index }, leafHash(leafOf(entry)));
      for (const subtree of completedBy(index))
        put(subtree, nodeHash(at(subtree.level - 1, subtree.index * 2), at(subtree.level - 1, subtree.index * 2 + 1)));
    }
    const whole = subtreesOf({ begin: 0, end: size + entries.length });
    return { added, root: joined(whole.map(({ level, index }) => at(level, index))) };
  };

  /** Takes in some of what waits. Answers with the log's new size and root, or null when nothing waited. */
  const takeSome = () =>
    context.connection.transaction(async (session) => {
      const entries = await Entry.find({ pending: true }, null, unscoped('the log takes in every entry'))
        .sort({ _id: 1 })
        .limit(entriesAtOnce)
        .session(session)
        .lean<ChangeEntry[]>();
      if (entries.length === 0) return null;
      const size = (await Head.findById('head').session(session).lean())?.size ?? 0;
      const edge = subtreesOf({ begin: 0, end: size });
      const hashes = await hashesOf(models, edge, session);
      const known = new Map(edge.map((subtree, place) => [nameOf(subtree), hashes[place] as Buffer]));
      const { added, root } = grow(size, known, entries);
      await Node.insertMany(added, { session });
      await Entry.collection.bulkWrite(
        entries.map(({ _id }, offset) => ({
          updateOne: { filter: { _id }, update: { $set: { sequence: size + offset }, $unset: { pending: 1 } } },
        })),
        { session },
      );
      const grown = size + entries.length;
      await Head.updateOne({ _id: 'head' }, { $set: { size: grown } }, { upsert: true, session });
      return { size: grown, root };
    }) as Promise<{ size: number; root: Buffer } | null>;

  /** Signs only after the leaves are durable, and never less than was published before. */
  const sign = async ({ size, root }: { size: number; root: Buffer }): Promise<void> => {
    const published = seal().published();
    if (published && published.size > size)
      throw new Error(
        `the audit log has ${size} entries, but ${published.size} were published: the database is older than its log`,
      );
    const note = seal().sign({ size, root });
    await Checkpoint.updateOne({ _id: size }, { $setOnInsert: { note } }, { upsert: true });
    seal().publish(note);
    context.bus.emit('checkpoint.signed', { note });
  };

  let turn: Promise<void> = Promise.resolve();
  /** What a stop between commit and signature left unsigned. */
  const unsigned = async (): Promise<{ size: number; root: Buffer } | null> => {
    const size = (await Head.findById('head').lean())?.size ?? 0;
    if (size === 0 || (seal().published()?.size ?? 0) >= size) return null;
    return { size, root: joined(await hashesOf(models, subtreesOf({ begin: 0, end: size }))) };
  };

  const takeAll = async (): Promise<void> => {
    let grown = (await takeSome()) ?? (await unsigned());
    while (grown) {
      await sign(grown);
      grown = await takeSome();
    }
  };

  return {
    /** Resolves when every change committed before has its place and a signed checkpoint covers it. */
    flush(): Promise<void> {
      turn = turn.catch(() => undefined).then(takeAll);
      return turn;
    },
  };
}
