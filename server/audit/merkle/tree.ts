import { emptyRoot, nodeHash } from './hash.ts';

/** The leaves from `begin` to before `end`, which stand together under one node of the tree. */
export interface Range {
  begin: number;
  end: number;
}

/** A complete subtree: the `index`-th of 2^level leaves. */
export interface Subtree {
  level: number;
  index: number;
}

/** The largest power of two smaller than `size`, for size > 1. Sizes stay below 2^53, hence no bit operations. */
function split(size: number): number {
  let half = 1;
  while (half * 2 < size) half *= 2;
  return half;
}

/**
 * The ranges whose hashes prove that leaf `index` is in the tree of `size` leaves, from the leaf to the root.
 * RFC 9162 §2.1.3.1.
 * @throws RangeError when the tree has no such leaf
 */
export function inclusionRanges(index: number, size: number): Range[] {
  if (!(Number.isSafeInteger(index) && index >= 0 && index < size))
    throw new RangeError(`a tree of ${size} leaves has no leaf ${index}`);
  const path: Range[] = [];
  let { begin, end }: Range = { begin: 0, end: size };
  while (end - begin > 1) {
    const middle = begin + split(end - begin);
    if (index < middle) {
      path.push({ begin: middle, end });
      end = middle;
    } else {
      path.push({ begin, end: middle });
      begin = middle;
    }
  }
  return path.reverse();
}

/**
 * The ranges whose hashes prove that the tree of `second` leaves begins with that of `first`. RFC 9162 §2.1.4.1.
 * @throws RangeError when the first is larger than the second
 */
export function consistencyRanges(first: number, second: number): Range[] {
  if (!(Number.isSafeInteger(first) && Number.isSafeInteger(second) && first >= 0 && first <= second))
    throw new RangeError(`a tree of ${second} leaves cannot begin with one of ${first}`);
  if (first === 0 || first === second) return [];
  const path: Range[] = [];
  let { begin, end }: Range = { begin: 0, end: second };
  while (end !== first) {
    const middle = begin + split(end - begin);
    if (first <= middle) {
      path.push({ begin: middle, end });
      end = middle;
    } else {
      path.push({ begin, end: middle });
      begin = middle;
    }
  }
  // Where the old tree is itself a subtree of the new one, its root is what the verifier brings along.
  if (begin > 0) path.push({ begin, end });
  return path.reverse();
}

/** The complete subtrees a range consists of, from left to right. */
export function subtreesOf({ begin, end }: Range): Subtree[] {
  const subtrees: Subtree[] = [];
  let at = begin;
  while (at < end) {
    let level = 0;
    let width = 1;
    while (at % (width * 2) === 0 && at + width * 2 <= end) {
      level++;
      width *= 2;
    }
    subtrees.push({ level, index: at / width });
    at += width;
  }
  return subtrees;
}

/** The hash over neighbouring subtrees, the larger to the left of the smaller: a whole range, or a tree's root. */
export function joined(hashes: readonly Uint8Array[]): Buffer {
  const last = hashes.at(-1);
  if (!last) return emptyRoot;
  return Buffer.from(hashes.slice(0, -1).reduceRight<Uint8Array>((right, left) => nodeHash(left, right), last));
}

/** The subtrees that become complete when leaf `index` is added, from the smallest on. */
export function completedBy(index: number): Subtree[] {
  const completed: Subtree[] = [];
  for (let level = 1, position = index; position % 2 === 1; level++) {
    position = (position - 1) / 2;
    completed.push({ level, index: position });
  }
  return completed;
}
