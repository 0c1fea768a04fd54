import mongoose from 'mongoose';
import type { Client, Entities, Thread } from './entities.ts';
import { eventMismatch } from './events.ts';
import type { Document, Step } from './format.ts';

const { EJSON } = mongoose.mongo.BSON;

/** What the runner keeps besides the test's own entities. */
export interface Runner {
  entities: Entities;
  /** A client of its own, whose commands no test observes. */
  internal: Client;
  failPoints: Set<string>;
  run(step: Step): Promise<void>;
}

interface TransactionState {
  transaction: { state: string };
  isPinned: boolean;
  serverSession: { isDirty: boolean };
}

type Operation = (runner: Runner, given: Document) => Promise<void>;

function must(condition: boolean, what: string): void {
  if (!condition) throw new AssertionFailed(what);
}

export class AssertionFailed extends Error {}

const inside = ({ entities }: Runner, given: Document) => entities.get<TransactionState>(given.session as string);

const states: Record<string, string> = {
  none: 'NO_TRANSACTION',
  starting: 'STARTING_TRANSACTION',
  in_progress: 'TRANSACTION_IN_PROGRESS',
  committed: 'TRANSACTION_COMMITTED',
  aborted: 'TRANSACTION_ABORTED',
};

function lastLsids(runner: Runner, given: Document): string[] {
  const started = runner.entities.events.get(given.client as string)?.started ?? [];
  return started.slice(-2).map(({ lsid }) => EJSON.stringify(lsid as object));
}

const setFailPoint = async (runner: Runner, given: Document, key: string): Promise<void> => {
  const command = given.failPoint as Document;
  const client = key === 'session' ? runner.internal : runner.entities.get<Client>(given.client as string);
  await client.db('admin').command(command);
  runner.failPoints.add(command.configureFailPoint as string);
};

const names = async (runner: Runner, given: Document) =>
  (
    await runner.internal
      .db(given.databaseName as string)
      .listCollections({}, { nameOnly: true })
      .toArray()
  ).map(({ name }) => name);

const indexes = async (runner: Runner, given: Document) =>
  runner.internal
    .db(given.databaseName as string)
    .collection(given.collectionName as string)
    .indexes()
    .then(
      (found) => found.map(({ name }) => name as string),
      (): string[] => [],
    );

export const runnerOperations: Record<string, Operation | undefined> = {
  failPoint: (runner, given) => setFailPoint(runner, given, 'client'),
  targetedFailPoint: (runner, given) => setFailPoint(runner, given, 'session'),
  createEntities: ({ entities }, given) => entities.createAll(given.entities as Record<string, Document>[]),
  assertSessionTransactionState: async (runner, given) => {
    const { state } = inside(runner, given).transaction;
    must(state === states[given.state as string], `the transaction's state is ${state}, not ${given.state}`);
  },
  assertSessionPinned: async (runner, given) => must(inside(runner, given).isPinned, 'the session is not pinned'),
  assertSessionUnpinned: async (runner, given) => must(!inside(runner, given).isPinned, 'the session is pinned'),
  assertSessionDirty: async (runner, given) =>
    must(inside(runner, given).serverSession.isDirty, 'the session is not dirty'),
  assertSessionNotDirty: async (runner, given) =>
    must(!inside(runner, given).serverSession.isDirty, 'the session is dirty'),
  assertSameLsidOnLastTwoCommands: async (runner, given) => {
    const [one, two] = lastLsids(runner, given);
    must(one !== undefined && one === two, 'the last two commands have different lsids');
  },
  assertDifferentLsidOnLastTwoCommands: async (runner, given) => {
    const [one, two] = lastLsids(runner, given);
    must(one !== undefined && two !== undefined && one !== two, 'the last two commands have the same lsid');
  },
  assertCollectionExists: async (runner, given) =>
    must((await names(runner, given)).includes(given.collectionName as string), 'the collection does not exist'),
  assertCollectionNotExists: async (runner, given) =>
    must(!(await names(runner, given)).includes(given.collectionName as string), 'the collection exists'),
  assertIndexExists: async (runner, given) =>
    must((await indexes(runner, given)).includes(given.indexName as string), 'the index does not exist'),
  assertIndexNotExists: async (runner, given) =>
    must(!(await indexes(runner, given)).includes(given.indexName as string), 'the index exists'),
  assertNumberConnectionsCheckedOut: async ({ entities }, given) => {
    const client = entities.get<{
      topology: { s: { servers: Map<string, { pool: { currentCheckedOutCount: number } }> } };
    }>(given.client as string);
    const count = [...client.topology.s.servers.values()].reduce(
      (sum, { pool }) => sum + pool.currentCheckedOutCount,
      0,
    );
    must(count === Number(given.connections), `${count} connections are checked out, not ${given.connections}`);
  },
  assertEventCount: async (runner, given) => {
    const count = countEvents(runner, given);
    must(count === Number(given.count), `${count} such events, not ${given.count}`);
  },
  waitForEvent: async (runner, given) => {
    for (let waited = 0; countEvents(runner, given) < Number(given.count); waited += 10) {
      must(waited < 10_000, `the event ${JSON.stringify(given.event)} did not come`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  },
  runOnThread: async (runner, given) => {
    const thread = runner.entities.get<Thread>(given.thread as string);
    thread.run(() => runner.run(given.operation as Step));
  },
  waitForThread: async ({ entities }, given) => entities.get<Thread>(given.thread as string).end(),
  wait: (_runner, given) => new Promise((resolve) => setTimeout(resolve, Number(given.ms))),
};

function countEvents({ entities }: Runner, given: Document): number {
  const observed = entities.events.get(given.client as string)?.observed ?? [];
  const event = given.event as Record<string, Document>;
  const context = { entity: (name: string) => entities.get(name), lsid: (name: string) => entities.lsids.get(name) };
  const kinds = ['command', 'cmap', 'sdam'] as const;
  return observed.filter((each) =>
    kinds.some((eventType) => !eventMismatch({ client: '', eventType, events: [event] }, [each], context)),
  ).length;
}
