import { EngineError } from '../errors.ts';
import type { Catalog, Collection } from '../storage/catalog.ts';
import type { Snapshot, Store } from '../storage/store.ts';
import type { View } from '../storage/view.ts';
import { nextTimestamp } from '../update/timestamp.ts';
import { field, type Value } from '../values/bson.ts';
import { type Command, readsSnapshot } from './command.ts';

/** Unused for so long, a snapshot is given up: as long as it is held, the file cannot use its old pages again. */
const idleLimit = 60_000;
/** More snapshots than this are not held; LMDB has room for some hundred readers. */
const maximumSnapshots = 32;

/** What all collections held at one cluster time. */
export type PinnedSnapshot = {
  readonly time: Value;
  readonly view: View;
  readonly collections: ReadonlyMap<string, Collection>;
  /** Changes of indexes numbered above this are not in the snapshot. */
  readonly pinnedAt: number;
};

type Held = PinnedSnapshot & { snapshot: Snapshot; writes: number; usedAt: number };

/** Read concern «snapshot» outside of transactions: the first read pins a snapshot, later ones name its cluster time. */
export class SnapshotReads {
  private readonly held = new Map<bigint, Held>();
  private readonly store: Store;
  private readonly catalog: Catalog;
  /** Called when a snapshot is given up, so that its cursors end with it. */
  onEnd: (snapshot: PinnedSnapshot) => void = () => undefined;

  constructor(store: Store, catalog: Catalog) {
    this.store = store;
    this.catalog = catalog;
  }

  /** The snapshot a command asks for: a new one, or that of `atClusterTime`. Throws 239 where that is held no more. */
  async of(command: Command, now: number): Promise<PinnedSnapshot | undefined> {
    const concern = readsSnapshot(command) && command.document('readConcern');
    if (!concern) return undefined;
    const time = field(concern, 'atClusterTime');
    const held = time ? this.held.get(time.bytes.readBigUInt64LE(time.start)) : await this.newest(now);
    if (!held)
      throw new EngineError(
        239,
        'The snapshot of the requested atClusterTime is not available any more, or never was.',
      );
    held.usedAt = now;
    return held;
  }

  /** Without a write in between the newest snapshot serves again. */
  private async newest(now: number): Promise<Held> {
    await this.store.settled();
    const last = [...this.held.values()].at(-1);
    return last?.writes === this.store.writes ? last : this.pin(now);
  }

  private pin(now: number): Held {
    this.endIdle(now);
    if (this.held.size >= maximumSnapshots) {
      const [oldest] = [...this.held.values()].sort((left, right) => left.usedAt - right.usedAt);
      if (oldest) this.end(oldest);
    }
    const { writes } = this.store;
    const pinnedAt = this.store.claims.visible;
    const snapshot = this.store.pin();
    const time = nextTimestamp(now);
    const held: Held = {
      time,
      view: this.store.view(snapshot),
      collections: this.catalog.all(),
      pinnedAt,
      snapshot,
      writes,
      usedAt: now,
    };
    this.held.set(time.bytes.readBigUInt64LE(time.start), held);
    return held;
  }

  private end(held: Held): void {
    this.held.delete(held.time.bytes.readBigUInt64LE(held.time.start));
    this.onEnd(held);
    held.snapshot.done();
  }

  endIdle(now: number): void {
    for (const held of this.held.values()) if (now - held.usedAt > idleLimit) this.end(held);
  }

  close(): void {
    for (const held of this.held.values()) this.end(held);
  }
}
