import { EngineError } from '../errors.ts';
import { documentValue } from '../values/bson.ts';
import type { Collection, Index } from './catalog.ts';
import { addEntries, entriesOf, entryKey } from './documents.ts';
import type { Store } from './store.ts';
import { scanRange, type View } from './view.ts';

/** A piece ends after so many documents or milliseconds, so that other commands get their turn. */
const piece = { documents: 1000, milliseconds: 20 };

/**
 * Indexes under construction. The build goes through the collection's records in their order, a piece at a time. What
 * others change in the part it has seen it follows at once; the rest it finds as it is when it comes there. So its
 * entries are those of the part it has seen, at every moment; nobody reads them before the indexes are published.
 */
export class IndexBuild {
  readonly collection: Collection;
  readonly indexes: readonly Index[];
  readonly ended: Promise<void>;
  private readonly store: Store;
  /** The collection as if it had these indexes alone. */
  private readonly under: Collection;
  /** The first key the build has not seen yet. */
  private next = Buffer.alloc(0);
  private failure: EngineError | undefined;
  private resolveEnded: () => void = () => undefined;

  constructor(store: Store, collection: Collection, indexes: readonly Index[]) {
    this.store = store;
    this.collection = collection;
    this.indexes = indexes;
    this.under = { ...collection, indexes: [...indexes] };
    this.ended = new Promise((resolve) => {
      this.resolveEnded = resolve;
    });
    collection.build = this;
    store.watchers.set(collection.space, (view, key, value) => this.follow(view, key, value));
  }

  /**
   * Builds one piece, inside a store write; true when there is no more. Throws 11000 or 171 for documents which the
   * indexes cannot hold, whoever wrote them.
   */
  advance(view: View): boolean {
    if (this.failure) throw this.failure;
    const ends = Date.now() + piece.milliseconds;
    let seen = 0;
    for (const { key, value } of scanRange(view, this.collection.space, { low: this.next })) {
      addEntries(view, this.under, { key, document: documentValue(value) });
      this.next = Buffer.concat([key, Buffer.from([0])]);
      if (++seen >= piece.documents || Date.now() >= ends) return false;
    }
    return true;
  }

  /** Before a record changes. Its writer succeeds as without the index: what cannot be indexed fails the build. */
  private follow(view: View, key: Buffer, value: Buffer | undefined): void {
    if (this.failure || Buffer.compare(key, this.next) >= 0) return;
    try {
      const before = view.get(this.collection.space, key);
      if (before) {
        for (const entry of entriesOf(this.under, documentValue(before)))
          view.remove(entry.index.space, entryKey(entry, key));
      }
      if (value) addEntries(view, this.under, { key, document: documentValue(value) });
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      this.failure = error;
    }
  }

  /** Ends the build because its collection goes away; the command that asked for it gets the error. */
  abort(error: EngineError): void {
    this.failure = error;
    this.end();
  }

  /** Follows no more: the indexes are published, or given up. */
  end(): void {
    this.store.watchers.delete(this.collection.space);
    delete this.collection.build;
    this.resolveEnded();
  }
}
