import type { Connection } from 'mongoose';
import { nodeHash } from '../merkle/hash.ts';
import { completedBy, joined } from '../merkle/tree.ts';
import { auditModels, type TreeNode } from '../model.ts';
import { Disagrees } from './disagreement.ts';
import { readStored, requireFields } from './stored.ts';

const nodesAtOnce = 1_000;

/** Grows the tree from the entries' leaves, and compares it with the stored one as it goes. */
export function createTreeCheck(connection: Connection) {
  const { Node } = auditModels(connection);
  const collection = Node.collection.name;
  /** Complete subtrees that are not yet part of a larger one, the largest first. */
  const edge: Buffer[] = [];
  let unseen = new Map<string, { hash: Buffer; entry?: { id: string; sequence: number } }>();
  let nodes = 0;
  let size = 0;

  const differs = (name: string): Disagrees => {
    const entry = unseen.get(name)?.entry;
    if (entry) return new Disagrees({ kind: 'entry-altered', collection: 'audit-log', ...entry });
    return new Disagrees({ kind: 'node-altered', collection, id: name });
  };

  const compare = async () => {
    const names = [...unseen.keys()];
    // By their place: leaves come before what is built over them, so that the entry itself is named.
    const found = new Map<string, string>();
    for await (const node of readStored<TreeNode>(connection, collection, { _id: { $in: names } })) {
      requireFields(collection, node, ['_id', 'hash']);
      found.set(node._id, node.hash);
    }
    for (const [name, { hash }] of unseen) {
      const stored = found.get(name);
      if (stored === undefined) throw new Disagrees({ kind: 'node-missing', collection, id: name });
      if (stored !== hash.toString('base64')) throw differs(name);
    }
    unseen = new Map();
  };

  return {
    get size() {
      return size;
    },
    root: () => joined(edge),
    compare,

    /** Adds the next entry's leaf. */
    async add(leaf: Buffer, id: string): Promise<void> {
      const put = (name: string, hash: Buffer, entry?: { id: string; sequence: number }) => {
        edge.push(hash);
        unseen.set(name, { hash, ...(entry && { entry }) });
        nodes++;
      };
      put(`0/${size}`, leaf, { id, sequence: size });
      for (const { level, index } of completedBy(size)) {
        const right = edge.pop() as Buffer;
        put(`${level}/${index}`, nodeHash(edge.pop() as Buffer, right));
      }
      size++;
      if (unseen.size >= nodesAtOnce) await compare();
    },

    /** Whether the tree has no other nodes. False when it may just be growing. */
    async isWhole(): Promise<boolean> {
      return (await Node.countDocuments()) === nodes;
    },

    /** @throws Disagrees naming the first node that a tree of this size lacks */
    async requireNoOther(): Promise<void> {
      for await (const { _id } of readStored<TreeNode>(connection, collection)) {
        const [level = Number.NaN, index = Number.NaN] = String(_id).split('/').map(Number);
        if (!((index + 1) * 2 ** level <= size && String(_id) === `${level}/${index}`))
          throw new Disagrees({ kind: 'node-surplus', collection, id: String(_id) });
      }
    },
  };
}
