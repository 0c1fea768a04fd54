import { mkdirSync } from 'node:fs';
import { type Database, open, type RootDatabase, type Transaction as Snapshot } from 'lmdb';
import { Claims } from './claims.ts';
import { DiskSpace, defaultReserve } from './disk-space.ts';
import { GroupCommit } from './group-commit.ts';
import { copiedValues, highKey, lowKey, type SpaceKey, spaceKeys } from './space-key.ts';
import type { Entry, Range, View } from './view.ts';

export type { Snapshot };

/** LMDB's own counts, which its typings do not name. */
type TreeStatistics = { treeBranchPageCount: number; treeLeafPageCount: number; overflowPages: number };
type FileStatistics = TreeStatistics & { free: TreeStatistics; lastPageNumber: number; pageSize: number };

/**
 * The LMDB environment. All keys of all collections stand in one ordered database, `data`, each under the number of
 * its space; `catalog` holds what collections there are, `sessions` the results of retryable writes.
 */
export class Store {
  readonly directory: string;
  readonly claims = new Claims();
  /** Whom to tell of a record before it is put or removed, by the space it is in. */
  readonly watchers = new Map<number, (view: View, key: Buffer, value: Buffer | undefined) => void>();
  /** How many writes have been committed. */
  writes = 0;
  readonly catalog: Database<Buffer, string>;
  readonly sessions: Database<Buffer, Buffer>;
  private readonly root: RootDatabase;
  private readonly data: Database<Buffer, SpaceKey>;
  /** On the store as it is at each moment; within a write also on what that has written. */
  private readonly newest: View;
  private readonly space: DiskSpace;
  private readonly commits = new GroupCommit(
    (work) => this.root.transaction(work),
    () => this.flushed(),
  );

  constructor(directory: string, reserve = defaultReserve) {
    this.directory = directory;
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const binary = { encoding: 'binary', cache: false, compression: false } as const;
    // Never noSync, useWritemap or mapAsync: an acknowledged write must outlive kill -9 and power loss.
    this.root = open({ path: directory, maxDbs: 8, noSubdir: false, ...binary });
    // The typings leave `encoder` out.
    const layout = { encoder: copiedValues, keyEncoder: spaceKeys };
    this.data = this.root.openDB({ name: 'data', ...binary, ...layout });
    this.catalog = this.root.openDB({ name: 'catalog', ...binary });
    this.sessions = this.root.openDB({ name: 'sessions', keyEncoding: 'binary', ...binary });
    this.root.readerCheck();
    this.newest = this.viewWith({});
    this.space = new DiskSpace(directory, () => this.freeInFile(), reserve);
  }

  /** A view on the store as it is now, or on a pinned snapshot (then for reading alone). */
  view(snapshot?: Snapshot): View {
    return snapshot ? this.viewWith({ transaction: snapshot }) : this.newest;
  }

  private viewWith(options: { transaction?: Snapshot }): View {
    const { data } = this;
    return {
      get: (space, key) => data.get([space, key], options),
      range: (space, range) => this.readRange(space, range, options),
      put: (space, key, value) => {
        this.watchers.get(space)?.(this.newest, key, value);
        data.put([space, key], value);
      },
      remove: (space, key) => {
        this.watchers.get(space)?.(this.newest, key, undefined);
        data.remove([space, key]);
      },
      claim: (space, key) => this.claims.claimPlain(space, key),
    };
  }

  private readRange(space: number, range: Range, options: { transaction?: Snapshot }): Entry[] {
    const { low, high } = range;
    if (low && high && Buffer.compare(low, high) >= 0) return [];
    const [start, end] = [lowKey(space, range), highKey(space, range)];
    const bounds = range.reverse
      ? { start: end, end: start, reverse: true, exclusiveStart: true, inclusiveEnd: true }
      : { start, end };
    const entries: Entry[] = [];
    for (const { key, value } of this.data.getRange({ ...bounds, limit: range.limit, ...options })) {
      entries.push({ key: key[1], value });
    }
    return entries;
  }

  /** How many keys a space holds. */
  count(space: number): number {
    return this.data.getKeysCount({ start: lowKey(space, {}), end: highKey(space, {}) });
  }

  /**
   * Runs `work` inside the next LMDB write transaction, where it sees all earlier writes, and resolves when all it
   * wrote is on the disk. `work` must check before it writes: what it wrote before it threw stays written.
   * Throws 14031 before it begins when the disk is nearly full, unless the work only takes away (`grows: false`).
   */
  async write<Result>(work: (view: View) => Result, { grows = true } = {}): Promise<Result> {
    this.space.require(grows);
    let sequence = 0;
    let outcome: { result: Result } | { error: unknown } | undefined;
    const { flushed } = await this.commits.enter(() => {
      try {
        outcome = { result: work(this.newest) };
      } catch (error) {
        outcome = { error };
      }
      sequence = this.claims.sequence;
    });
    this.writes++;
    this.claims.committed(sequence);
    if (!outcome) throw new Error('LMDB committed a transaction without its work');
    if ('error' in outcome) throw outcome.error;
    await flushed;
    return outcome.result;
  }

  /** Bytes of the file's pages that hold nothing: LMDB uses them before it makes the file longer. */
  private freeInFile(): number {
    const { free, lastPageNumber, pageSize } = this.root.getStats() as FileStatistics;
    const trees = [this.root, this.data, this.catalog, this.sessions].map((tree) => tree.getStats() as TreeStatistics);
    const used = [free, ...trees].reduce(
      (sum, tree) => sum + tree.treeBranchPageCount + tree.treeLeafPageCount + tree.overflowPages,
      0,
    );
    return Math.max(0, lastPageNumber + 1 - used) * pageSize;
  }

  /** Resolves when all writes issued so far are on the disk. */
  flushed(): Promise<unknown> {
    return this.root.flushed.then(() => undefined);
  }

  /** Resolves when all writes issued so far are committed and visible to new snapshots. */
  async settled(): Promise<void> {
    await this.commits.settled();
  }

  pin(): Snapshot {
    this.root.resetReadTxn();
    // biome-ignore lint/correctness/useHookAtTopLevel: LMDB's name, no React hook
    return this.root.useReadTransaction();
  }

  /** The spaces that hold something. */
  *spaces(): Generator<number> {
    for (let from = 0; ; ) {
      const [first] = this.data.getKeys({ start: lowKey(from, {}), limit: 1 });
      if (!first) return;
      yield first[0];
      from = first[0] + 1;
    }
  }

  /** Removes a whole space; inside `write` alone. */
  clear(space: number): void {
    while (this.clearPiece(space));
  }

  /** Removes a whole space in several writes, so that others get their turn. */
  async clearInPieces(space: number): Promise<void> {
    while (await this.write(() => this.clearPiece(space), { grows: false }));
  }

  /** Whether there was so much that there may be more. */
  private clearPiece(space: number): boolean {
    const entries = this.readRange(space, { limit: 1000 }, {});
    for (const entry of entries) this.newest.remove(space, entry.key);
    return entries.length === 1000;
  }

  async close(): Promise<void> {
    await this.settled();
    await this.flushed();
    await this.root.close();
  }
}
