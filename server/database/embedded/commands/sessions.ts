import { createHash } from 'node:crypto';
import { EngineError } from '../errors.ts';
import type { Catalog, Collection } from '../storage/catalog.ts';
import { writeConflict } from '../storage/claims.ts';
import type { Store } from '../storage/store.ts';
import { Transaction } from '../storage/transaction.ts';
import { documentValue, field, type, type Value } from '../values/bson.ts';
import { binary, encodeDocument } from '../values/build.ts';
import { isNumber, readInteger } from '../values/numbers.ts';
import { declaredApi } from './api-version.ts';
import type { Command } from './command.ts';
import { newProgress, type Progress, SessionRecords, sessionKeyLength } from './session-record.ts';

/** A transaction idle for so long is aborted. */
const idleLimit = 60_000;
/** Results of retryable writes are kept as long as MongoDB keeps sessions. */
const sessionLifetime = 30 * 60_000;

export type ServerSession = {
  key: Buffer;
  txnNumber: bigint;
  state: 'none' | 'active' | 'committed' | 'aborted';
  transaction: Transaction | undefined;
  /** The API version and options the open transaction's first command declared. */
  api: string;
  usedAt: number;
  /** Commands of one session come one after the other. */
  queue: Promise<unknown>;
};

/** The digest of no user: there are none. */
const nobody = createHash('sha256').digest();

function noSuchTransaction(message: string): EngineError {
  const error = new EngineError(251, message);
  error.labels.push('TransientTransactionError');
  return error;
}

/** The session's key as text, each byte one character. */
function sessionName(command: Command): string | undefined {
  const lsid = command.document('lsid');
  const id = lsid && field(lsid, 'id');
  if (!lsid) return undefined;
  if (id?.type !== type.binary)
    throw new EngineError(40414, "BSON field 'OperationSessionInfo.lsid.id' is missing but a required field");
  const start = id.start + 5;
  if (id.end - start !== sessionKeyLength) throw new EngineError(207, 'UUID must be a 16-byte binary');
  return id.bytes.toString('latin1', start, id.end);
}

/** Logical sessions: open transactions in memory, results of retryable writes in the store. */
export class Sessions {
  private readonly byKey = new Map<string, ServerSession>();
  private readonly store: Store;
  private readonly catalog: Catalog;
  private readonly clock: () => number;
  private readonly records: SessionRecords;
  onEnd: (transaction: Transaction) => void = () => undefined;

  constructor(store: Store, catalog: Catalog, clock: () => number) {
    this.store = store;
    this.catalog = catalog;
    this.clock = clock;
    this.records = new SessionRecords(store);
  }

  of(command: Command): ServerSession | undefined {
    const name = sessionName(command);
    if (name === undefined) return undefined;
    let session = this.byKey.get(name);
    if (!session) {
      const key = Buffer.from(name, 'latin1');
      // What came before this process, or before the session was ended, stands in the store.
      const stored = this.records.read(key);
      session = {
        key,
        txnNumber: stored?.txnNumber ?? -1n,
        state: stored?.committed ? 'committed' : 'none',
        transaction: undefined,
        api: '',
        usedAt: 0,
        queue: Promise.resolve(),
      };
      this.byKey.set(name, session);
    }
    session.usedAt = this.clock();
    return session;
  }

  /** The command's transaction: begun, continued, or none. Throws when the number does not fit. */
  async transactionOf(command: Command, session: ServerSession | undefined): Promise<Transaction | undefined> {
    const autocommit = command.get('autocommit');
    const txnNumber = this.txnNumber(command);
    if (autocommit === undefined) {
      if (command.get('startTransaction'))
        throw new EngineError(72, "'startTransaction' field requires 'autocommit' field to also be specified");
      return undefined;
    }
    if (!session || txnNumber === undefined)
      throw new EngineError(72, "'autocommit' field requires a transaction number to also be specified");
    if (command.flag('autocommit')) throw new EngineError(72, 'Specifying autocommit=true is not allowed.');
    if (command.flag('startTransaction')) {
      await this.begin(session, txnNumber);
      session.api = declaredApi(command);
    } else {
      this.checkCurrent(session, txnNumber);
      checkSameApi(command, session);
    }
    return session.transaction;
  }

  private txnNumber(command: Command): bigint | undefined {
    const value = command.get('txnNumber');
    if (value === undefined) return undefined;
    const number = isNumber(value) ? readInteger(value) : undefined;
    if (number === undefined)
      throw new EngineError(14, "BSON field 'txnNumber' is the wrong type, expected type 'long'");
    return number;
  }

  private async begin(session: ServerSession, txnNumber: bigint): Promise<void> {
    if (txnNumber < session.txnNumber) throw tooOld(txnNumber, session.txnNumber);
    if (txnNumber === session.txnNumber && session.state !== 'none') {
      throw new EngineError(
        117,
        `Only servers in a sharded cluster can start a new transaction at the active transaction number`,
      );
    }
    this.abort(session);
    session.txnNumber = txnNumber;
    session.transaction = await Transaction.begin(this.store);
    session.state = 'active';
  }

  private checkCurrent(session: ServerSession, txnNumber: bigint): void {
    if (txnNumber < session.txnNumber) throw tooOld(txnNumber, session.txnNumber);
    if (txnNumber > session.txnNumber) {
      throw noSuchTransaction(
        `Given transaction number ${txnNumber} does not match any in-progress transactions. The active transaction number is ${session.txnNumber}`,
      );
    }
    if (session.state === 'committed')
      throw new EngineError(256, `Transaction with { txnNumber: ${txnNumber} } has been committed.`);
    if (session.state !== 'active')
      throw noSuchTransaction(`Transaction with { txnNumber: ${txnNumber} } has been aborted.`);
  }

  async commit(command: Command, session: ServerSession | undefined): Promise<void> {
    const txnNumber = this.txnNumber(command);
    if (!session || txnNumber === undefined || command.get('autocommit') === undefined) {
      throw new EngineError(125, 'commitTransaction must be run within a transaction');
    }
    if (session.state === 'committed' && session.txnNumber === txnNumber) return;
    this.checkCurrent(session, txnNumber);
    checkSameApi(command, session);
    const { transaction } = session;
    if (!transaction) return;
    try {
      await transaction.commit(this.catalog, () => this.remember(session, txnNumber, newProgress(), true));
      session.state = 'committed';
    } catch (error) {
      session.state = 'aborted';
      throw error;
    } finally {
      session.transaction = undefined;
      this.onEnd(transaction);
    }
  }

  abortCommand(command: Command, session: ServerSession | undefined): void {
    const txnNumber = this.txnNumber(command);
    if (!session || txnNumber === undefined || command.get('autocommit') === undefined) {
      throw new EngineError(125, 'abortTransaction must be run within a transaction');
    }
    this.checkCurrent(session, txnNumber);
    checkSameApi(command, session);
    this.abort(session);
  }

  abort(session: ServerSession): void {
    const { transaction } = session;
    if (!transaction) return;
    session.transaction = undefined;
    session.state = 'aborted';
    transaction.abort();
    this.onEnd(transaction);
  }

  /** A transaction's collection must be the one its snapshot knows. */
  use(transaction: Transaction, collection: Collection): void {
    if (collection.changedAt > transaction.pinnedAt) throw writeConflict();
    transaction.used.add(collection);
  }

  private userOf(collection: Collection): Transaction | undefined {
    for (const { transaction } of this.byKey.values()) if (transaction?.used.has(collection)) return transaction;
    return undefined;
  }

  /** Whether an open transaction uses the collection. */
  isUsed(collection: Collection): boolean {
    return this.userOf(collection) !== undefined;
  }

  /** Resolves when no open transaction uses the collection. */
  async unused(collection: Collection): Promise<void> {
    for (let user = this.userOf(collection); user; user = this.userOf(collection)) await user.ended;
  }

  /** For a retryable write: what it did when it came before. Throws 225 for an old number. */
  progressOf(
    command: Command,
    session: ServerSession | undefined,
  ): { progress: Progress; txnNumber: bigint } | undefined {
    const txnNumber = this.txnNumber(command);
    if (txnNumber === undefined) return undefined;
    if (!session) throw new EngineError(72, 'Transaction number requires a session ID to also be specified');
    if (txnNumber < session.txnNumber) throw tooOld(txnNumber, session.txnNumber);
    if (txnNumber > session.txnNumber) {
      this.abort(session);
      session.txnNumber = txnNumber;
      session.state = 'none';
      return { progress: newProgress(), txnNumber };
    }
    const stored = this.records.read(session.key);
    return { progress: stored?.txnNumber === txnNumber ? stored.progress : newProgress(), txnNumber };
  }

  /** Inside the store write that does the work, so that both are there or neither. */
  remember(session: ServerSession, txnNumber: bigint, progress: Progress, committed = false): void {
    this.records.put(session.key, { txnNumber, committed, progress }, this.clock());
  }

  /** Whether a retryable write is only asked for its answer again. */
  isRepeated(command: Command): boolean {
    const session = this.of(command);
    const stored = session && this.records.read(session.key);
    return stored !== undefined && stored.txnNumber === this.txnNumber(command) && stored.progress.next > 0;
  }

  /** Every session in use, as `$listLocalSessions` shows them. */
  *list(): Generator<Value> {
    for (const { key, usedAt } of this.byKey.values()) {
      const _id = { id: binary(key, 4), uid: binary(nobody, 0) };
      yield documentValue(encodeDocument({ _id, lastUse: new Date(usedAt) }));
    }
  }

  end(ids: readonly Value[]): void {
    for (const lsid of ids) {
      const id = lsid.type === type.object ? field(lsid, 'id') : undefined;
      if (id?.type !== type.binary) continue;
      const name = id.bytes.subarray(id.start + 5, id.end).toString('latin1');
      const session = this.byKey.get(name);
      if (session) this.abort(session);
      this.byKey.delete(name);
    }
  }

  endAll(): void {
    for (const session of this.byKey.values()) this.abort(session);
  }

  abortIdle(now: number): void {
    for (const session of this.byKey.values()) if (now - session.usedAt > idleLimit) this.abort(session);
  }

  /** Forgets sessions nobody has used for half an hour. */
  async sweep(now: number): Promise<void> {
    for (const [name, session] of this.byKey) {
      if (now - session.usedAt > sessionLifetime) this.byKey.delete(name);
    }
    await this.records.removeOlder(now - sessionLifetime, (key) => this.byKey.has(key.toString('latin1')));
  }

  close(): void {
    this.endAll();
  }
}

function checkSameApi(command: Command, session: ServerSession): void {
  const api = declaredApi(command);
  if (api === session.api) return;
  throw new EngineError(
    347,
    `API parameter mismatch: ${command.name} used params ${api}, the transaction's first command used ${session.api}`,
  );
}

function tooOld(given: bigint, newest: bigint): EngineError {
  return new EngineError(
    225,
    `Cannot start transaction ${given} on session because a newer transaction ${newest} has already started.`,
  );
}
