import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Cursors } from './commands/cursors.ts';
import { FailPoints } from './commands/fail-points.ts';
import { newTopologyVersion } from './commands/hello.ts';
import { Sessions } from './commands/sessions.ts';
import { SnapshotReads } from './commands/snapshot-reads.ts';
import { Catalog } from './storage/catalog.ts';
import { Store } from './storage/store.ts';
import { nextTimestamp } from './update/timestamp.ts';
import { type, Value } from './values/bson.ts';

export type EngineOptions = {
  /** For tests: takes `configureFailPoint`. */
  failPoints?: boolean | undefined;
  /** Bytes of the disk that are never filled. */
  reserve?: number;
  /** Milliseconds since 1970, for what expires. */
  clock?: () => number;
};

/** What all connections share. */
export class Engine {
  readonly store: Store;
  readonly catalog: Catalog;
  readonly cursors: Cursors;
  readonly sessions: Sessions;
  readonly snapshots: SnapshotReads;
  /** Only in an engine that tests started with them. */
  readonly failPoints: FailPoints | undefined;
  /** Identity of this replica set's only member in this run. */
  readonly electionId: Value;
  readonly topologyVersion = newTopologyVersion();
  readonly clock: () => number;
  readonly startedAt: number;
  readonly connections = { current: 0, created: 0 };

  constructor(dataDirectory: string, options: EngineOptions = {}) {
    this.clock = options.clock ?? Date.now;
    this.startedAt = this.clock();
    this.cursors = new Cursors(this.clock);
    this.failPoints = options.failPoints ? new FailPoints() : undefined;
    this.store = new Store(join(dataDirectory, 'database'), options.reserve);
    this.catalog = new Catalog(this.store);
    this.sessions = new Sessions(this.store, this.catalog, this.clock);
    this.snapshots = new SnapshotReads(this.store, this.catalog);
    this.snapshots.onEnd = (snapshot) => this.cursors.killOf(snapshot);
    const id = Buffer.concat([Buffer.from('7fffffff', 'hex'), randomBytes(8)]);
    this.electionId = new Value(type.objectId, id, 0, 12);
  }

  /** The cluster time: later with every call. */
  now(): Value {
    return nextTimestamp(this.clock());
  }

  async close(): Promise<void> {
    this.sessions.close();
    this.cursors.close();
    this.snapshots.close();
    await this.store.close();
  }
}
