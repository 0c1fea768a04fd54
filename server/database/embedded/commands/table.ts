import { searchNotEnabled } from '../errors.ts';
import type { Run } from './access.ts';
import * as admin from './admin.ts';
import { aggregate } from './aggregate.ts';
import { collMod, renameCollection } from './alter.ts';
import { bulkWrite } from './bulk-write.ts';
import { create, drop, dropDatabase, listCollections } from './collections.ts';
import { checkOptions, type Options, type Reply } from './command.ts';
import { createIndexes } from './create-indexes.ts';
import { deleteDocuments } from './delete.ts';
import { explain } from './explain.ts';
import { findAndModify } from './find-and-modify.ts';
import { hello } from './hello.ts';
import * as host from './host.ts';
import { dropIndexes, listIndexes } from './indexes.ts';
import { insert } from './insert.ts';
import { count, distinct, find, getMore, killCursors } from './read.ts';
import { unknownCommand } from './refused-commands.ts';
import { collStats, dbStats, listDatabases } from './statistics.ts';
import { update } from './update.ts';
import { validate } from './validate.ts';

export type Definition = Options & {
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
  obeyed: ['topologyVersion', 'maxAwaitTimeMS', 'client', 'helloOk'],
  refused: ['saslSupportedMechs', 'speculativeAuthenticate', 'loadBalanced'],
  lenient: true,
};

/** The commands on the allow-list, with the options each obeys and those it refuses by name. */
const commands: Record<string, Definition | undefined> = {
  hello: { ...helloOptions, run: hello },
  ismaster: { ...helloOptions, run: hello },
  isMaster: { ...helloOptions, run: hello },
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

/** What runs a command; throws 59 for one that is not on the list. */
export function definitionOf(name: string): Definition {
  const definition = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!definition) throw unknownCommand(name);
  return definition;
}
