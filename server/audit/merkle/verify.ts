import { nodeHash } from './hash.ts';

/**
 * Whether `proof` shows that a leaf with this hash stands at `index` in the tree with that root. RFC 9162 §2.1.3.2; a
 * proof with a hash too many or too few shows nothing.
 */
export function provesInclusion(
  leaf: { hash: Uint8Array; index: number },
  proof: readonly Uint8Array[],
  tree: { size: number; root: Uint8Array },
): boolean {
  if (!(Number.isSafeInteger(leaf.index) && leaf.index >= 0 && leaf.index < tree.size)) return false;
  let position = leaf.index;
  let last = tree.size - 1;
  let hash: Uint8Array = leaf.hash;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (position % 2 === 1 || position === last) {
      hash = nodeHash(sibling, hash);
      while (position % 2 === 0 && position !== 0) [position, last] = [position / 2, Math.floor(last / 2)];
    } else hash = nodeHash(hash, sibling);
    [position, last] = [Math.floor(position / 2), Math.floor(last / 2)];
  }
  return last === 0 && same(hash, tree.root);
}

/** Whether `proof` shows that the newer tree begins with the older one. RFC 9162 §2.1.4.2. */
export function provesConsistency(
  older: { size: number; root: Uint8Array },
  proof: readonly Uint8Array[],
  newer: { size: number; root: Uint8Array },
): boolean {
  if (older.size < 0 || older.size > newer.size) return false;
  if (older.size === newer.size) return proof.length === 0 && same(older.root, newer.root);
  if (older.size === 0) return proof.length === 0;
  let position = older.size - 1;
  let last = newer.size - 1;
  while (position % 2 === 1) [position, last] = [Math.floor(position / 2), Math.floor(last / 2)];
  const path = position === 0 ? [older.root, ...proof] : [...proof];
  const [seed, ...rest] = path;
  if (!seed) return false;
  let [oldHash, newHash]: [Uint8Array, Uint8Array] = [seed, seed];
  for (const sibling of rest) {
    if (last === 0) return false;
    if (position % 2 === 1 || position === last) {
      [oldHash, newHash] = [nodeHash(sibling, oldHash), nodeHash(sibling, newHash)];
      while (position % 2 === 0 && position !== 0) [position, last] = [position / 2, Math.floor(last / 2)];
    } else newHash = nodeHash(newHash, sibling);
    [position, last] = [Math.floor(position / 2), Math.floor(last / 2)];
  }
  return last === 0 && same(oldHash, older.root) && same(newHash, newer.root);
}

function same(left: Uint8Array, right: Uint8Array): boolean {
  return Buffer.compare(left, right) === 0;
}
