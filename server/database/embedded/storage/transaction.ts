import type { Catalog, Collection } from './catalog.ts';
import { type Claimant, writeConflict } from './claims.ts';
import { Overlay } from './overlay.ts';
import type { Snapshot, Store } from './store.ts';
import type { View } from './view.ts';

/** A multi-document transaction: a pinned snapshot, its own changes above it, the keys it holds. */
export class Transaction implements Claimant {
  readonly pinnedAt: number;
  readonly keys = new Set<string>();
  readonly ended: Promise<void>;
  readonly view: View;
  /** Collections it has used: their indexes must not change under it. */
  readonly used = new Set<Collection>();
  private readonly drafts = new Map<string, Collection>();
  private readonly overlay = new Overlay();
  private readonly store: Store;
  private readonly snapshot: Snapshot;
  private end: () => void = () => undefined;
  private open = true;

  private constructor(store: Store) {
    this.store = store;
    this.pinnedAt = store.claims.visible;
    this.snapshot = store.pin();
    this.ended = new Promise((resolve) => {
      this.end = resolve;
    });
    const base = store.view(this.snapshot);
    this.view = {
      get: (space, key) => {
        const changed = this.overlay.get(space, key);
        return changed ? changed.value : base.get(space, key);
      },
      range: (space, range) => this.overlay.merge(space, range, (below) => base.range(space, below)),
      put: (space, key, value) => this.overlay.set(space, key, value),
      remove: (space, key) => this.overlay.set(space, key, undefined),
      claim: (space, key) => store.claims.claimFor(this, space, key),
    };
  }

  /** Begins with a snapshot that holds every write acknowledged so far. */
  static async begin(store: Store): Promise<Transaction> {
    store.claims.opened();
    await store.settled();
    return new Transaction(store);
  }

  draft(namespace: string): Collection | undefined {
    return this.drafts.get(namespace);
  }

  addDraft(namespace: string, collection: Collection): void {
    this.drafts.set(namespace, collection);
    this.used.add(collection);
  }

  /** Writes everything in one LMDB transaction, with what `remember` adds, and flushes. */
  async commit(catalog: Catalog, remember: () => void): Promise<void> {
    try {
      await this.store.write((view) => {
        for (const { database, name } of this.drafts.values()) if (catalog.find(database, name)) throw writeConflict();
        for (const collection of this.drafts.values()) catalog.add(collection);
        for (const { space, key, value } of this.overlay.all()) {
          if (value) view.put(space, key, value);
          else view.remove(space, key);
        }
        for (const collection of this.used) {
          delete collection.documents;
          catalog.saveIfDirty(collection);
        }
        this.store.claims.publish(this);
        remember();
      });
    } finally {
      this.close();
    }
  }

  abort(): void {
    if (this.open) this.close();
  }

  private close(): void {
    this.open = false;
    this.snapshot.done();
    this.store.claims.closed(this);
    this.end();
  }
}
