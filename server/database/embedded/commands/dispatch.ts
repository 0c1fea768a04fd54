import { setTimeout as delay } from 'node:timers/promises';
import type { Engine } from '../engine.ts';
import { codeName, EngineError, ProtocolError, searchNotEnabled, unsupported } from '../errors.ts';
import { field, readString, type, Value } from '../values/bson.ts';
import { double, type Plain } from '../values/build.ts';
import { isNumber, readDouble } from '../values/numbers.ts';
import type { ClientMetadata, Run } from './access.ts';
import * as admin from './admin.ts';
import { aggregate } from './aggregate.ts';
import { collMod, renameCollection } from './alter.ts';
import { checkApiVersion } from './api-version.ts';
import { bulkWrite } from './bulk-write.ts';
import { create, drop, dropDatabase, listCollections } from './collections.ts';
import { type Command, checkOptions, type Options, type Reply } from './command.ts';
import { deleteDocuments } from './delete.ts';
import { isRetryable, withGivenLabels, withLabels, withRetryLabel } from './error-labels.ts';
import { explain } from './explain.ts';
import { writeConcernErrorOf } from './fail-points.ts';
import { findAndModify } from './find-and-modify.ts';
import * as host from './host.ts';
import { createIndexes, dropIndexes, listIndexes } from './indexes.ts';
import { insert } from './insert.ts';
import { count, distinct, find, getMore, killCursors } from './read.ts';
import { collStats, dbStats, listDatabases } from './statistics.ts';
import { update } from './update.ts';
import { validate } from './validate.ts';

type Definition = Options & {
  run: (run: Run) => Promise<Reply>;
  /** Whether it may be part of a transaction. */
  transactional?: boolean;
};

const anyOption: Options = { obeyed: [] };
const searchIndexes = () => Promise.reject(searchNotEnabled());
const refusedQueryOptions = [
  'collation',
  'showRecordId',
  'returnKey',
  'min',
  'max',
  'tailable',
  'awaitData',
  'oplogReplay',
  'readOnce',
  'rawData',
  'encryptionInformation',
];
const writeOptions = {
  obeyed: ['ordered', 'bypassDocumentValidation', 'maxTimeMS'],
  refused: ['encryptionInformation', 'rawData'],
};
const helloOptions = {
  obeyed: [],
  refused: ['topologyVersion', 'maxAwaitTimeMS', 'saslSupportedMechs', 'speculativeAuthenticate', 'loadBalanced'],
  lenient: true,
};

/** The commands on the allow-list, with the options each obeys and those it refuses by name. */
const commands: Record<string, Definition | undefined> = {
  hello: { ...helloOptions, run: admin.hello },
  ismaster: { ...helloOptions, run: admin.hello },
  isMaster: { ...helloOptions, run: admin.hello },
  ping: { ...anyOption, run: admin.ping },
  buildInfo: { ...anyOption, run: admin.buildInfo },
  buildinfo: { ...anyOption, run: admin.buildInfo },
  serverStatus: { ...anyOption, lenient: true, run: host.serverStatus },
  hostInfo: { ...anyOption, run: host.hostInfo },
  getCmdLineOpts: { ...anyOption, run: host.getCmdLineOpts },
  getLog: { ...anyOption, run: host.getLog },
  whatsmyuri: { ...anyOption, run: host.whatsmyuri },
  getParameter: { obeyed: ['allParameters'], lenient: true, run: host.getParameter },
  connectionStatus: { obeyed: ['showPrivileges'], run: host.connectionStatus },
  startSession: { ...anyOption, run: admin.startSession },
  endSessions: { ...anyOption, run: admin.endSessions },
  refreshSessions: { ...anyOption, run: admin.refreshSessions },
  killSessions: { ...anyOption, run: admin.killSessions },
  killAllSessions: { ...anyOption, run: admin.killAllSessions },
  configureFailPoint: { obeyed: ['mode', 'data'], run: admin.configureFailPoint },
  commitTransaction: { obeyed: [], refused: ['recoveryToken'], run: admin.commitTransaction, transactional: true },
  abortTransaction: { obeyed: [], refused: ['recoveryToken'], run: admin.abortTransaction, transactional: true },
  listDatabases: { obeyed: ['filter', 'nameOnly', 'authorizedDatabases'], run: listDatabases },
  listCollections: { obeyed: ['filter', 'nameOnly', 'cursor', 'authorizedCollections'], run: listCollections },
  create: {
    obeyed: ['clusteredIndex', 'expireAfterSeconds'],
    refused: [
      'capped',
      'size',
      'max',
      'timeseries',
      'viewOn',
      'pipeline',
      'collation',
      'validator',
      'validationLevel',
      'validationAction',
      'storageEngine',
      'indexOptionDefaults',
      'changeStreamPreAndPostImages',
      'encryptedFields',
      'autoIndexId',
      'idIndex',
      'temp',
    ],
    run: create,
    transactional: true,
  },
  drop: { ...anyOption, run: drop },
  dropDatabase: { ...anyOption, run: dropDatabase },
  renameCollection: { obeyed: ['to', 'dropTarget'], run: renameCollection },
  collMod: {
    obeyed: ['index', 'expireAfterSeconds'],
    refused: [
      'validator',
      'validationLevel',
      'validationAction',
      'viewOn',
      'pipeline',
      'timeseries',
      'changeStreamPreAndPostImages',
      'cappedSize',
      'cappedMax',
      'dryRun',
    ],
    run: collMod,
  },
  collStats: { obeyed: ['scale'], run: collStats },
  dbStats: { obeyed: ['scale'], refused: ['freeStorage'], run: dbStats },
  dbstats: { obeyed: ['scale'], refused: ['freeStorage'], run: dbStats },
  createSearchIndexes: { ...anyOption, lenient: true, run: searchIndexes },
  updateSearchIndex: { ...anyOption, lenient: true, run: searchIndexes },
  dropSearchIndex: { ...anyOption, lenient: true, run: searchIndexes },
  createIndexes: {
    obeyed: ['indexes', 'commitQuorum'],
    refused: ['ignoreUnknownIndexOptions'],
    run: createIndexes,
    transactional: true,
  },
  listIndexes: { obeyed: ['cursor'], run: listIndexes },
  dropIndexes: { obeyed: ['index'], run: dropIndexes },
  validate: { obeyed: ['full', 'checkBSONConformance'], refused: ['repair', 'metadata', 'background'], run: validate },
  find: {
    obeyed: [
      'filter',
      'let',
      'sort',
      'projection',
      'hint',
      'skip',
      'limit',
      'batchSize',
      'singleBatch',
      'noCursorTimeout',
      'allowDiskUse',
      'allowPartialResults',
    ],
    refused: refusedQueryOptions,
    run: find,
    transactional: true,
  },
  getMore: { obeyed: ['collection', 'batchSize'], run: getMore, transactional: true },
  killCursors: { obeyed: ['cursors'], run: killCursors, transactional: true },
  count: { obeyed: ['query', 'hint', 'skip', 'limit', 'fields'], refused: refusedQueryOptions, run: count },
  distinct: { obeyed: ['key', 'query', 'hint'], refused: refusedQueryOptions, run: distinct, transactional: true },
  aggregate: {
    obeyed: ['pipeline', 'let', 'cursor', 'hint', 'allowDiskUse', 'bypassDocumentValidation'],
    refused: [...refusedQueryOptions, 'explain'],
    run: aggregate,
    transactional: true,
  },
  insert: { ...writeOptions, obeyed: [...writeOptions.obeyed, 'documents'], run: insert, transactional: true },
  update: { ...writeOptions, obeyed: [...writeOptions.obeyed, 'updates', 'let'], run: update, transactional: true },
  delete: {
    ...writeOptions,
    obeyed: [...writeOptions.obeyed, 'deletes', 'let'],
    run: deleteDocuments,
    transactional: true,
  },
  bulkWrite: {
    ...writeOptions,
    obeyed: [...writeOptions.obeyed, 'ops', 'nsInfo', 'errorsOnly', 'cursor', 'let'],
    run: bulkWrite,
    transactional: true,
  },
  findAndModify: {
    obeyed: [
      'query',
      'sort',
      'update',
      'arrayFilters',
      'let',
      'remove',
      'new',
      'upsert',
      'fields',
      'hint',
      'bypassDocumentValidation',
    ],
    refused: ['collation', 'encryptionInformation', 'rawData'],
    run: findAndModify,
    transactional: true,
  },
};
commands.findandmodify = commands.findAndModify;
commands.explain = {
  obeyed: ['verbosity'],
  run: (run) => explain(run, (command) => checkOptions(command, definitionOf(command.name))),
};

/** All names a command may be called by. */
export const commandNames: readonly string[] = Object.keys(commands);

const zeroHash = new Value(type.binary, Buffer.concat([Buffer.from([20, 0, 0, 0, 0]), Buffer.alloc(20)]), 0, 25);

/** MongoDB's commands which are not on the list are refused as such; others do not exist. */
const refusedCommands = new Set([
  'mapReduce',
  'compact',
  'saslStart',
  'saslContinue',
  'authenticate',
  'logout',
  'createUser',
  'usersInfo',
  'replSetGetStatus',
  'currentOp',
  'top',
  'fsync',
  'dataSize',
]);

function definitionOf(name: string): Definition {
  const definition = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (definition) return definition;
  if (refusedCommands.has(name)) throw unsupported(`the command ${name}`, 59);
  throw new EngineError(59, `no such command: '${name}'`);
}

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

export type Caller = { engine: Engine; address: string; connectionId: number; client: ClientMetadata };

async function runInSession(caller: Caller, command: Command, definition: Definition): Promise<Reply> {
  const { engine } = caller;
  const session = engine.sessions.of(command);
  const ends = command.name === 'commitTransaction' || command.name === 'abortTransaction';
  const perform = async (): Promise<Reply> => {
    if (command.get('autocommit') && !definition.transactional) {
      throw new EngineError(263, `Cannot run '${command.name}' in a multi-document transaction.`);
    }
    const transaction = ends ? undefined : await engine.sessions.transactionOf(command, session);
    try {
      return await definition.run({ ...caller, command, session, transaction, deadline: deadlineOf(command) });
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
  const { failPoints } = caller.engine;
  const fault = failPoints?.beforeCommand(command, caller.client.applicationName);
  if (fault && fault.blockMilliseconds > 0) await delay(fault.blockMilliseconds);
  if (fault?.closesConnection) throw new ProtocolError('closed by a fail point');
  if (fault?.error) throw withGivenLabels(fault.error, fault.labels);
  const retryable = writes.has(command.name) && isRetryable(command) ? failPoints?.atRetryableWrite() : undefined;
  if (retryable?.before) throw retryable.before;
  const reply = { ...(await runInSession(caller, command, definition)), ok: double(1), ...writeConcernError(command) };
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
    reply = errorReply(withLabels(command, asEngineError(error)));
  }
  const now = engine.now();
  const signature = { hash: zeroHash, keyId: 0n };
  return { ...reply, $clusterTime: { clusterTime: now, signature }, operationTime: now };
}
