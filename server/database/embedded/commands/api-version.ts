import { EngineError } from '../errors.ts';
import { elements, field, type, type Value } from '../values/bson.ts';
import type { Command } from './command.ts';

/** MongoDB's Stable API, version 1: its commands, each with the options that are no part of it. */
const versionOne = new Map<string, readonly string[]>([
  ['abortTransaction', []],
  ['aggregate', ['exchange', 'isMapReduceCommand']],
  ['bulkWrite', []],
  ['collMod', []],
  ['commitTransaction', []],
  ['count', []],
  ['create', ['autoIndexId', 'capped', 'indexOptionDefaults', 'max', 'size', 'storageEngine']],
  ['createIndexes', []],
  ['delete', []],
  ['drop', []],
  ['dropDatabase', []],
  ['dropIndexes', []],
  ['endSessions', []],
  ['explain', []],
  [
    'find',
    ['awaitData', 'max', 'min', 'noCursorTimeout', 'oplogReplay', 'returnKey', 'showRecordId', 'tailable', 'readOnce'],
  ],
  ['findAndModify', []],
  ['getMore', []],
  ['hello', []],
  ['insert', []],
  ['killCursors', []],
  ['listCollections', []],
  ['listDatabases', []],
  ['listIndexes', []],
  ['ping', []],
  ['refreshSessions', []],
  ['update', []],
]);

const indexOptionsOutside = ['background', 'bucketSize', 'sparse', 'storageEngine'];

const stagesOutside = new Set([
  '$currentOp',
  '$indexStats',
  '$listLocalSessions',
  '$listSessions',
  '$listSearchIndexes',
  '$planCacheStats',
  '$search',
  '$searchMeta',
  '$vectorSearch',
]);

const strictError = (message: string) => new EngineError(323, message);

function checkStages(pipeline: readonly Value[]): void {
  for (const stage of pipeline) {
    const name = stage.type === type.object ? elements(stage)[0]?.name : undefined;
    if (name !== undefined && stagesOutside.has(name))
      throw strictError(`stage ${name} is not allowed with 'apiStrict: true' in API Version 1`);
  }
}

function checkIndexes(specifications: readonly Value[]): void {
  for (const specification of specifications) {
    if (specification.type !== type.object) continue;
    const outside = indexOptionsOutside.find((name) => field(specification, name) !== undefined);
    if (outside !== undefined)
      throw strictError(`The field '${outside}' of an index specification is not allowed with apiStrict:true.`);
  }
}

/** What the command declares, for the comparison of commands that belong together. */
export function declaredApi(command: Command): string {
  const version = command.text('apiVersion');
  if (version === undefined) return '{}';
  const flags = ['apiStrict', 'apiDeprecationErrors'].map((name) => `${name}: ${command.flag(name)}`);
  return `{ apiVersion: "${version}", ${flags.join(', ')} }`;
}

/**
 * Holds a command to the API version it declares. Throws 322 for a version that does not exist, 323 with `apiStrict`
 * for what is outside of version 1.
 */
export function checkApiVersion(command: Command): void {
  const version = command.text('apiVersion');
  const strict = command.flag('apiStrict');
  if (version === undefined) {
    if (strict || command.flag('apiDeprecationErrors'))
      throw new EngineError(4886600, 'Provided apiStrict and/or apiDeprecationErrors without passing apiVersion');
    return;
  }
  if (version !== '1') throw new EngineError(322, 'API version must be "1"');
  if (!strict) return;
  const outside = versionOne.get(command.name);
  if (!outside) throw strictError(`Provided apiStrict:true, but the command ${command.name} is not in API Version 1`);
  const option = outside.find((name) => command.get(name) !== undefined);
  if (option !== undefined)
    throw strictError(`BSON field '${command.name}.${option}' is not allowed with apiStrict:true.`);
  if (command.name === 'aggregate') checkStages(command.list('pipeline') ?? []);
  if (command.name === 'createIndexes') checkIndexes(command.list('indexes') ?? []);
}
