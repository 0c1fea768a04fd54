import { BSON } from 'bson';
import { expect } from 'chai';
import fc from 'fast-check';
import { type InProcess, openInProcess } from './testing-support/in-process.ts';

/** What a database with snapshot isolation must answer, written as plainly as possible. */
type Rows = Map<number, number>;
type ModelTransaction = { snapshot: Rows; rows: Rows; written: Set<number>; began: number; txnNumber: number };

class Model {
  committed: Rows = new Map();
  /** When each key was last changed by a commit. */
  changedAt = new Map<number, number>();
  /** When a plain insert last met the key and failed: the engine may, but need not, count that as a change. */
  metAt = new Map<number, number>();
  open = new Map<number, ModelTransaction>();
  clock = 0;

  begin(session: number, txnNumber: number): void {
    this.open.set(session, {
      snapshot: new Map(this.committed),
      rows: new Map(this.committed),
      written: new Set(),
      began: ++this.clock,
      txnNumber,
    });
  }

  held(key: number, except?: number): boolean {
    return [...this.open].some(([session, { written }]) => session !== except && written.has(key));
  }

  /** 112 where another transaction holds the key or changed it after the snapshot. */
  conflicts(session: number, key: number): boolean {
    const transaction = this.open.get(session);
    return this.held(key, session) || (this.changedAt.get(key) ?? 0) > (transaction?.began ?? Number.POSITIVE_INFINITY);
  }

  mayConflict(session: number, key: number): boolean {
    return (this.metAt.get(key) ?? 0) > (this.open.get(session)?.began ?? Number.POSITIVE_INFINITY);
  }

  change(session: number | undefined, key: number, value: number | undefined): void {
    const transaction = session === undefined ? undefined : this.open.get(session);
    const rows = transaction?.rows ?? this.committed;
    if (value === undefined) rows.delete(key);
    else rows.set(key, value);
    if (transaction) transaction.written.add(key);
    else this.changedAt.set(key, ++this.clock);
  }

  commit(session: number): void {
    const transaction = this.open.get(session);
    this.open.delete(session);
    for (const key of transaction?.written ?? []) {
      const value = transaction?.rows.get(key);
      if (value === undefined) this.committed.delete(key);
      else this.committed.set(key, value);
      this.changedAt.set(key, ++this.clock);
    }
  }
}

const sessions = [0, 1, 2];
const step = fc.record({
  session: fc.option(fc.constantFrom(...sessions), { nil: undefined, freq: 5 }),
  verb: fc.constantFrom('begin', 'begin', 'commit', 'abort', 'insert', 'update', 'upsert', 'delete', 'read', 'read'),
  key: fc.integer({ min: 0, max: 2 }),
  value: fc.integer({ min: 0, max: 9 }),
});
type Step = typeof step extends fc.Arbitrary<infer Each> ? Each : never;

const sorted = (rows: Rows) => [...rows].sort(([left], [right]) => left - right);

describe('transactions against a model', () => {
  let database: InProcess;
  let round = 0;
  let conflicts = 0;
  const ids = sessions.map(() => new BSON.UUID());
  const numbers = sessions.map(() => 0);

  before(async () => {
    database = await openInProcess();
  });
  after(() => database.close());

  /** The fields that put a command into the session's transaction. */
  const within = (model: Model, session: number | undefined, first: boolean) => {
    const transaction = session === undefined ? undefined : model.open.get(session);
    if (session === undefined || !transaction) return {};
    return {
      lsid: { id: ids[session] },
      txnNumber: BSON.Long.fromNumber(transaction.txnNumber),
      autocommit: false,
      ...(first ? { startTransaction: true } : {}),
    };
  };

  const rowsOf = async (collection: string, fields: object, hint: object): Promise<[number, number][]> => {
    const reply = await database.run({ find: collection, hint, batchSize: 1000, ...fields });
    expect(reply.ok, JSON.stringify(reply)).to.equal(1);
    const { firstBatch } = reply.cursor as { firstBatch: { _id: number; v: number }[] };
    return firstBatch.map(({ _id, v }): [number, number] => [_id, v]).sort(([left], [right]) => left - right);
  };

  const read = async (model: Model, collection: string, session: number | undefined, first = false) => {
    const rows = (session === undefined ? undefined : model.open.get(session))?.rows ?? model.committed;
    expect(await rowsOf(collection, within(model, session, first), { $natural: 1 })).to.deep.equal(sorted(rows));
    expect(await rowsOf(collection, within(model, session, false), { v: 1 })).to.deep.equal(sorted(rows));
  };

  const end = async (model: Model, session: number, verb: 'commitTransaction' | 'abortTransaction') => {
    const reply = await database.run({ [verb]: 1, ...within(model, session, false) });
    expect(reply.ok, JSON.stringify(reply)).to.equal(1);
  };

  const writeCommand = (collection: string, { verb, key, value }: Step): Record<string, unknown> => {
    if (verb === 'insert') return { insert: collection, documents: [{ _id: key, v: value }] };
    if (verb === 'delete') return { delete: collection, deletes: [{ q: { _id: key }, limit: 1 }] };
    return { update: collection, updates: [{ q: { _id: key }, u: { $set: { v: value } }, upsert: verb === 'upsert' }] };
  };

  const write = async (model: Model, collection: string, step: Step) => {
    const session = step.session !== undefined && model.open.has(step.session) ? step.session : undefined;
    const { verb, key, value } = step;
    // A plain write waits for the transaction that holds its key; that wait is another test.
    if (session === undefined && model.held(key)) return;
    const rows = (session === undefined ? undefined : model.open.get(session))?.rows ?? model.committed;
    const touches = verb === 'insert' || verb === 'upsert' || rows.has(key);
    const duplicate = verb === 'insert' && rows.has(key);
    const reply = await database.run({ ...writeCommand(collection, step), ...within(model, session, false) });
    const described = JSON.stringify({ step, reply });
    const same = verb !== 'insert' && verb !== 'delete' && rows.get(key) === value;
    const spurious = session !== undefined && reply.code === 112 && model.mayConflict(session, key);
    if (session !== undefined && (spurious || (touches && !duplicate && model.conflicts(session, key)))) {
      // An update that changes nothing writes nothing, and may or may not meet the conflict.
      if (same && reply.ok === 1) return;
      expect(reply, described).to.include({ ok: 0, code: 112 });
      conflicts++;
      expect(reply.errorLabels, described).to.deep.equal(['TransientTransactionError']);
      model.open.delete(session);
      return;
    }
    if (duplicate) {
      const [error] = (reply.writeErrors ?? []) as { code: number }[];
      const codes = [error?.code, reply.code].filter((code) => code !== undefined);
      expect(codes[0], described).to.be.oneOf(session === undefined ? [11000] : [11000, 112]);
      if (session === undefined) model.metAt.set(key, ++model.clock);
      else model.open.delete(session);
      return;
    }
    expect(reply.ok, described).to.equal(1);
    expect(reply.n, described).to.equal(touches ? 1 : 0);
    if (touches && !same) model.change(session, key, verb === 'delete' ? undefined : value);
  };

  const perform = async (model: Model, collection: string, step: Step) => {
    const { session, verb } = step;
    const open = session !== undefined && model.open.has(session);
    if (verb === 'read') return read(model, collection, open ? session : undefined);
    if (verb === 'begin') {
      if (session === undefined || open) return;
      const number = (numbers[session] ?? 0) + 1;
      numbers[session] = number;
      model.begin(session, number);
      return read(model, collection, session, true);
    }
    if (verb === 'commit' || verb === 'abort') {
      if (!open) return;
      await end(model, session, verb === 'commit' ? 'commitTransaction' : 'abortTransaction');
      if (verb === 'commit') model.commit(session);
      else model.open.delete(session);
      return;
    }
    return write(model, collection, step);
  };

  it('read their own writes and one snapshot, conflict as they must, and commit whole or not at all', async function () {
    this.timeout(60_000);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
        const model = new Model();
        const collection = `c${++round}`;
        await database.run({ createIndexes: collection, indexes: [{ key: { v: 1 }, name: 'v_1' }] });
        for (const each of steps) await perform(model, collection, each);
        for (const session of [...model.open.keys()]) {
          await end(model, session, 'abortTransaction');
          model.open.delete(session);
        }
        await read(model, collection, undefined);
      }),
      { numRuns: 200 },
    );
    expect(conflicts).to.be.greaterThan(20);
  });
});
