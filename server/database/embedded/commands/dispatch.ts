import { setTimeout as delay } from 'node:timers/promises';
import { codeName, EngineError, ProtocolError } from '../errors.ts';
import { documentValue, field, readString, type } from '../values/bson.ts';
import { binary, double, encodeDocument, type Plain } from '../values/build.ts';
import { isNumber, readDouble } from '../values/numbers.ts';
import type { Run } from './access.ts';
import { checkApiVersion } from './api-version.ts';
import { type Command, checkOptions, type Reply } from './command.ts';
import { isRetryable, tellsOfState, withGivenLabels, withLabels, withRetryLabel } from './error-labels.ts';
import { writeConcernErrorOf } from './fail-points.ts';
import { type Definition, definitionOf } from './table.ts';

/** What stands for a cluster time's signature where nobody signs in. */
const signature = documentValue(encodeDocument({ hash: binary(Buffer.alloc(20), 0), keyId: 0n }));
const ok = double(1);

function errorReply(error: EngineError): Reply {
  const details = error.details as { [name: string]: Plain };
  const labels = error.labels.length > 0 ? { errorLabels: error.labels } : {};
  return {
    ok: double(0),
    errmsg: error.message,
    code: error.code,
    codeName: codeName(error.code),
    ...details,
    ...labels,
  };
}

export function asEngineError(error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (/MDB_MAP_FULL|ENOSPC|No space left/.test(message))
    return new EngineError(14031, 'No space left on the disk of the data directory');
  process.stderr.write(`embedded engine: ${error instanceof Error ? error.stack : message}\n`);
  return new EngineError(1, `internal error: ${message}`);
}

function deadlineOf(command: Command): number {
  const limit = command.integer('maxTimeMS');
  if (limit !== undefined && limit < 0)
    throw new EngineError(51024, `BSON field 'maxTimeMS' value must be >= 0, actual value '${limit}'`);
  return limit ? Date.now() + limit : Number.POSITIVE_INFINITY;
}

/** A write concern which no single member can satisfy is reported beside the result, as MongoDB does. */
function writeConcernError(command: Command): Reply {
  const concern = command.document('writeConcern');
  const w = concern && field(concern, 'w');
  if (!w) return {};
  const impossible = isNumber(w) ? readDouble(w) > 1 : w.type === type.string && readString(w) !== 'majority';
  if (!impossible) return {};
  const known = isNumber(w);
  const error = known
    ? { code: 100, codeName: codeName(100), errmsg: 'Not enough data-bearing nodes' }
    : {
        code: 79,
        codeName: 'UnknownReplWriteConcern',
        errmsg: `No write concern mode named '${readString(w)}' found in replica set configuration`,
      };
  return { writeConcernError: error };
}

export type Caller = Pick<Run, 'engine' | 'address' | 'connectionId' | 'client' | 'ended'>;

async function runInSession(caller: Caller, command: Command, definition: Definition): Promise<Reply> {
  const { engine } = caller;
  const session = engine.sessions.of(command);
  const ends = command.name === 'commitTransaction' || command.name === 'abortTransaction';
  const perform = async (): Promise<Reply> => {
    if (command.get('autocommit') && !definition.transactional) {
      throw new EngineError(263, `Cannot run '${command.name}' in a multi-document transaction.`);
    }
    const transaction = ends ? undefined : await engine.sessions.transactionOf(command, session);
    const snapshot = await engine.snapshots.of(command, engine.clock());
    try {
      const run = { ...caller, command, session, transaction, snapshot, deadline: deadlineOf(command) };
      return await definition.run(run);
    } catch (error) {
      // Any error ends the transaction it happened in.
      if (transaction && session) engine.sessions.abort(session);
      throw error;
    }
  };
  if (!session || command.get('txnNumber') === undefined) return perform();
  const turn = session.queue.then(perform, perform);
  session.queue = turn.catch(() => undefined);
  return turn;
}

const writes = new Set(['insert', 'update', 'delete', 'findAndModify', 'bulkWrite']);

/** Runs the command, and lets it meet the faults that a test has asked for. */
async function runAmongFaults(caller: Caller, command: Command, definition: Definition): Promise<Reply> {
  const { failPoints, sessions } = caller.engine;
  const fault = failPoints?.beforeCommand(command, caller.client.applicationName);
  if (fault && fault.blockMilliseconds > 0) await delay(fault.blockMilliseconds);
  if (fault?.closesConnection) throw new ProtocolError('closed by a fail point');
  if (fault?.error) throw withGivenLabels(fault.error, fault.labels);
  const commits = failPoints && writes.has(command.name) && isRetryable(command) && !sessions.isRepeated(command);
  const retryable = commits ? failPoints.atRetryableWrite() : undefined;
  if (retryable?.before) throw retryable.before;
  const reply = { ...(await runInSession(caller, command, definition)), ok, ...writeConcernError(command) };
  if (retryable?.after) throw retryable.after;
  if (!fault?.writeConcernError) return reply;
  const labels = fault.labels && { errorLabels: fault.labels };
  return withRetryLabel(command, { ...reply, ...writeConcernErrorOf(fault.writeConcernError), ...labels });
}

/** Runs a command; whatever goes wrong becomes MongoDB's error document. */
export async function dispatch(caller: Caller, command: Command): Promise<Reply> {
  const { engine } = caller;
  let reply: Reply;
  try {
    const definition = definitionOf(command.name);
    checkApiVersion(command);
    checkOptions(command, definition);
    reply = await runAmongFaults(caller, command, definition);
    // What a majority read returned must be on the disk.
    if (command.document('readConcern')) await engine.store.flushed();
  } catch (error) {
    if (error instanceof ProtocolError) throw error;
    const failure = withLabels(command, asEngineError(error));
    reply = errorReply(failure);
    // By it a driver knows that a state change is not news.
    if (tellsOfState(failure)) reply.topologyVersion = engine.topologyVersion;
  }
  const now = engine.now();
  return { ...reply, $clusterTime: { clusterTime: now, signature }, operationTime: now };
}
