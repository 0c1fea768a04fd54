import type { Engine } from '../engine.ts';
import { EngineError, HeldByTransaction } from '../errors.ts';
import { type Collection, namespaceOf } from '../storage/catalog.ts';
import type { Transaction } from '../storage/transaction.ts';
import type { View } from '../storage/view.ts';
import type { Command } from './command.ts';
import type { ServerSession } from './sessions.ts';
import type { PinnedSnapshot } from './snapshot-reads.ts';

export type ClientMetadata = {
  applicationName?: string;
  /** Where it connects from; a unix socket has no such address. */
  address?: string;
};

/** One command being run: on which engine, for which session, in which transaction. */
export type Run = {
  engine: Engine;
  command: Command;
  session: ServerSession | undefined;
  transaction: Transaction | undefined;
  /** What it reads instead of the newest state. */
  snapshot: PinnedSnapshot | undefined;
  /** The address the client reached this server by, as `hello` must repeat it. */
  address: string;
  connectionId: number;
  /** What the client said of itself when it connected. */
  client: ClientMetadata;
  /** Aborted when the connection ends, and nobody waits for the answer any more. */
  ended: AbortSignal;
  /** When `maxTimeMS` ends. */
  deadline: number;
};

export function readView({ engine, transaction, snapshot }: Run): View {
  return transaction?.view ?? snapshot?.view ?? engine.store.view();
}

function collectionAt(snapshot: PinnedSnapshot, namespace: string): Collection | undefined {
  const collection = snapshot.collections.get(namespace);
  if (collection && collection.changedAt > snapshot.pinnedAt)
    throw new EngineError(246, `The collection ${namespace} or its indexes have changed since the snapshot was taken.`);
  return collection;
}

/** The collection as the command may see it; a transaction sees those it has drafted. */
export function findCollection(run: Run, database: string, name: string): Collection | undefined {
  const { engine, transaction, snapshot } = run;
  if (snapshot) return collectionAt(snapshot, `${database}.${name}`);
  const collection = transaction?.draft(`${database}.${name}`) ?? engine.catalog.find(database, name);
  if (collection && transaction) engine.sessions.use(transaction, collection);
  return collection;
}

/** The same for a write, which creates the collection if need be; inside a store write or a transaction. */
export function ensureCollection(run: Run, database: string, name: string): Collection {
  const existing = findCollection(run, database, name);
  if (existing) return existing;
  const collection = run.engine.catalog.draft(database, name);
  if (run.transaction) run.transaction.addDraft(namespaceOf(collection), collection);
  else run.engine.catalog.add(collection);
  return collection;
}

async function endedInTime(held: HeldByTransaction, deadline: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    if (deadline === Number.POSITIVE_INFINITY) return;
    timer = setTimeout(
      () => reject(new EngineError(50, 'operation exceeded time limit')),
      Math.max(0, deadline - Date.now()),
    );
  });
  try {
    await Promise.race([held.ended, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Runs `work` where it may write: at once in the command's transaction, else in the next store write, again after
 * every open transaction that held a key it needed.
 */
export async function writeWith<Result>(run: Run, work: (view: View) => Result): Promise<Result> {
  if (run.transaction) return work(run.transaction.view);
  for (;;) {
    try {
      return await run.engine.store.write(work, { grows: run.command.name !== 'delete' });
    } catch (error) {
      if (!(error instanceof HeldByTransaction)) throw error;
      await endedInTime(error, run.deadline);
    }
  }
}
