import type { Collection, Index } from './catalog.ts';
import { scanRange, type View } from './view.ts';

/** Bytes: of documents alone, and of all keys and values as they are stored (without the pages' slack). */
export type Sizes = { documents: number; dataBytes: number; storageBytes: number; indexBytes: Map<Index, number> };

export function newSizes(collection: Collection): Sizes {
  const own = collection.indexes.filter((index) => index.ready && !index.clustered);
  return { documents: 0, dataBytes: 0, storageBytes: 0, indexBytes: new Map(own.map((index) => [index, 0])) };
}

/** The number of bytes before every key: its space's number. */
const prefix = 4;

/** Adds up what a collection and its indexes take; pauses after each entry. */
export function* measureCollection(view: View, collection: Collection, sizes: Sizes): Generator<undefined> {
  for (const { key, value } of scanRange(view, collection.space, {})) {
    sizes.documents++;
    sizes.dataBytes += value.length;
    sizes.storageBytes += prefix + key.length + value.length;
    yield;
  }
  for (const index of sizes.indexBytes.keys()) {
    let bytes = 0;
    for (const { key, value } of scanRange(view, index.space, {})) {
      bytes += prefix + key.length + value.length;
      yield;
    }
    sizes.indexBytes.set(index, bytes);
  }
}
