import { asEngineError } from './commands/dispatch.ts';
import type { Engine } from './engine.ts';
import { HeldByTransaction } from './errors.ts';
import { type Filter, parseFilter } from './query/filter.ts';
import { compileFilter } from './query/match.ts';
import { runQuery } from './query/run.ts';
import type { Collection, Index } from './storage/catalog.ts';
import { removeDocument, type Stored } from './storage/documents.ts';
import { documentValue } from './values/bson.ts';
import { encodeDocument } from './values/build.ts';

const interval = 60_000;
/** How often idle transactions are looked for. */
const transactionInterval = 5_000;
/** Expired documents are removed in pieces of this many, so that writers get their turn. */
const piece = 500;

const onlyTakesAway = { grows: false };

/** Removes up to one piece of documents whose date in `field` is older; gives how many. */
async function removeOlder(engine: Engine, collection: Collection, index: Index, limit: Date): Promise<number> {
  const field = index.fields[0]?.path.text ?? '';
  const older = parseFilter(documentValue(encodeDocument({ [field]: { $lt: limit } })));
  // A partial index expires its own documents alone.
  const filter: Filter = index.partial ? { kind: 'and', filters: [older, index.partial.filter] } : older;
  const query = { filter, matches: compileFilter(filter), limit: piece };
  return engine.store.write((view) => {
    if (collection.dropped) return 0;
    const found: Stored[] = [];
    for (const stored of runQuery(view, collection, query)) if (stored) found.push(stored);
    let removed = 0;
    for (const stored of found) {
      try {
        removeDocument(view, collection, stored);
        removed++;
      } catch (error) {
        // A transaction holds it: it goes with a later sweep.
        if (!(error instanceof HeldByTransaction)) throw error;
      }
    }
    if (collection.documents !== undefined) collection.documents -= removed;
    return removed;
  }, onlyTakesAway);
}

/** Removes what has expired by TTL indexes and clustered collections' `expireAfterSeconds`. */
export async function removeExpired(engine: Engine, now: number): Promise<void> {
  for (const collection of engine.catalog.list()) {
    for (const index of collection.indexes) {
      const seconds = index.clustered ? collection.clusteredExpiry : index.expireAfterSeconds;
      if (seconds === undefined || !index.ready) continue;
      const limit = new Date(now - seconds * 1000);
      while ((await removeOlder(engine, collection, index, limit)) === piece);
    }
  }
}

/** Removes everything whose time has come by `now`: cursors, sessions, documents. */
export async function sweep(engine: Engine, now: number): Promise<void> {
  engine.cursors.killIdle(now);
  engine.snapshots.endIdle(now);
  await engine.sessions.sweep(now);
  await removeExpired(engine, now);
}

/** Every minute: expired documents, idle cursors, idle transactions, old sessions. */
export function startSweeping(engine: Engine): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    running = running.then(() => sweep(engine, engine.clock())).catch((error: unknown) => void asEngineError(error));
  }, interval);
  const transactions = setInterval(() => engine.sessions.abortIdle(engine.clock()), transactionInterval);
  return {
    async stop() {
      clearInterval(timer);
      clearInterval(transactions);
      await running;
    },
  };
}
