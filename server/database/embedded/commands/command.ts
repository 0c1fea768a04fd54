import { EngineError, unsupported } from '../errors.ts';
import { isTruthy } from '../query/filter.ts';
import {
  documentValue,
  type Element,
  elements,
  field,
  items,
  readString,
  type,
  typeNames,
  type Value,
} from '../values/bson.ts';
import { encodeDocument, type Plain } from '../values/build.ts';
import { isNumber, readDouble } from '../values/numbers.ts';

/** What a command answers; `ok: 1` and the cluster time are added to it. */
export type Reply = { [name: string]: Plain };

/** Fields which every command may carry. */
const generic = new Set([
  '$db',
  'lsid',
  'txnNumber',
  'autocommit',
  'startTransaction',
  'stmtId',
  'stmtIds',
  '$clusterTime',
  '$readPreference',
  'readConcern',
  'writeConcern',
  'maxTimeMS',
  'comment',
  'apiVersion',
  'apiStrict',
  'apiDeprecationErrors',
  '$audit',
  '$client',
]);

/** A command as it came: its body, and the document sequences beside it. */
export class Command {
  readonly name: string;
  readonly body: Value;
  readonly database: string;
  readonly argument: Value;
  private readonly fields: Map<string, Value>;
  private readonly sequences: ReadonlyMap<string, Value[]>;

  constructor(body: Value, sequences: ReadonlyMap<string, Value[]>) {
    const members = elements(body);
    const first = members[0];
    if (!first) throw new EngineError(59, 'no command given');
    this.name = first.name;
    this.argument = first.value;
    this.body = body;
    this.fields = new Map(members.map(({ name, value }: Element) => [name, value]));
    this.sequences = sequences;
    this.database = this.text('$db') ?? 'admin';
  }

  get(name: string): Value | undefined {
    const value = this.fields.get(name);
    return value?.type === type.null || value?.type === type.undefined ? undefined : value;
  }

  *names(): Generator<string> {
    yield* this.fields.keys();
    yield* this.sequences.keys();
  }

  private typed(name: string, expected: number): Value | undefined {
    const value = this.get(name);
    if (value === undefined || value.type === expected) return value;
    const [is, wanted] = [typeNames[value.type], typeNames[expected]];
    throw new EngineError(14, `BSON field '${this.name}.${name}' is the wrong type '${is}', expected type '${wanted}'`);
  }

  text(name: string): string | undefined {
    const value = this.typed(name, type.string);
    return value && readString(value);
  }

  document(name: string): Value | undefined {
    return this.typed(name, type.object);
  }

  /** An array of the body, or the documents which came beside it under that name. */
  list(name: string): Value[] | undefined {
    const sequence = this.sequences.get(name);
    if (sequence) return sequence;
    const value = this.typed(name, type.array);
    return value && items(value);
  }

  flag(name: string): boolean {
    const value = this.get(name);
    if (value && value.type !== type.boolean && !isNumber(value)) this.typed(name, type.boolean);
    return value !== undefined && isTruthy(value);
  }

  integer(name: string): number | undefined {
    const value = this.get(name);
    if (value === undefined) return undefined;
    if (!isNumber(value)) {
      throw new EngineError(
        14,
        `BSON field '${this.name}.${name}' is the wrong type '${typeNames[value.type]}', expected types '[long, int, decimal, double]'`,
      );
    }
    // A fraction is cut off, as MongoDB does with its counts and times.
    const number = readDouble(value);
    return Number.isNaN(number) ? 0 : Math.trunc(number);
  }

  /** The collection the command names, e.g. `{ find: 'readings' }`. */
  collection(): string {
    if (this.argument.type !== type.string) {
      throw new EngineError(73, `collection name has invalid type ${typeNames[this.argument.type]}`);
    }
    const name = readString(this.argument);
    if (name === '' || name.startsWith('.') || /[$\0]/.test(name))
      throw new EngineError(73, `Invalid namespace specified '${this.database}.${name}'`);
    return name;
  }
}

/** What the client says its application is called, when it introduces itself. */
export function applicationOf(command: Command): string | undefined {
  const metadata = command.document('client');
  const application = metadata && field(metadata, 'application');
  const name = application?.type === type.object ? field(application, 'name') : undefined;
  return name?.type === type.string ? readString(name) : undefined;
}

/** The options a command knows: those it obeys, and those of MongoDB's it refuses unless they ask for nothing. */
export type Options = {
  obeyed: readonly string[];
  refused?: readonly string[];
  /** Fields it does not know are no error: `hello` gets new ones with every driver. */
  lenient?: boolean;
};

function asksForNothing(name: string, value: Value): boolean {
  if (!isTruthy(value)) return true;
  if (value.type !== type.object) return false;
  const members = elements(value);
  const locale = name === 'collation' && members.length === 1 ? field(value, 'locale') : undefined;
  return (
    (members.length === 0 && name !== 'min' && name !== 'max') ||
    (locale?.type === type.string && readString(locale) === 'simple')
  );
}

/** Refuses every option that is not obeyed before the command does anything. */
export function checkOptions(command: Command, options: Options): void {
  for (const name of command.names()) {
    if (name === command.name || generic.has(name) || options.obeyed.includes(name)) continue;
    const value = command.get(name);
    if (options.refused?.includes(name)) {
      if (value === undefined || asksForNothing(name, value)) continue;
      throw unsupported(`the option ${name} of ${command.name}`);
    }
    if (!options.lenient) throw new EngineError(40415, `BSON field '${command.name}.${name}' is an unknown field.`);
  }
  checkConcerns(command);
}

const noConcern = documentValue(encodeDocument({}));
const readLevels = new Set(['local', 'majority', 'available', 'linearizable', 'snapshot']);

const writeConcernFields = ['w', 'j', 'wtimeout', 'fsync', 'provenance'];

function checkWriteConcern(concern: Value): void {
  for (const { name, value } of elements(concern)) {
    if (!writeConcernFields.includes(name)) throw new EngineError(9, `unrecognized write concern field: ${name}`);
    if (name === 'w' && isNumber(value) && !(readDouble(value) >= 0 && readDouble(value) <= 50))
      throw new EngineError(
        9,
        `w has to be a non-negative number and not greater than 50; found: ${readDouble(value)}`,
      );
  }
}

function checkConcerns(command: Command): void {
  const writeConcern = command.document('writeConcern');
  if (writeConcern) checkWriteConcern(writeConcern);
  const ends = command.name === 'commitTransaction' || command.name === 'abortTransaction';
  if (command.get('autocommit') && !ends && command.get('writeConcern'))
    throw new EngineError(72, 'writeConcern is not allowed within a multi-statement transaction');
  const readConcern = command.document('readConcern');
  for (const { name, value } of readConcern ? elements(readConcern) : []) {
    if (name === 'afterClusterTime' || name === 'provenance') continue;
    if (name === 'atClusterTime' && readsSnapshot(command) && value.type === type.timestamp) continue;
    if (name !== 'level') throw unsupported(`the read concern's ${name}`, 72);
    const level = value.type === type.string ? readString(value) : '';
    if (!readLevels.has(level))
      throw new EngineError(9, `Enumeration value '${level}' for field 'readConcern.level' is not a valid value.`);
    if (level === 'snapshot' && command.get('autocommit') === undefined && !readsSnapshot(command))
      throw new EngineError(
        72,
        `The command ${command.name} does not take read concern snapshot outside of transactions`,
      );
  }
}

const snapshotReaders = new Set(['find', 'aggregate', 'distinct']);

/** Whether a command asks for read concern «snapshot» outside of transactions, and may. */
export function readsSnapshot(command: Command): boolean {
  const level = field(command.document('readConcern') ?? noConcern, 'level');
  return (
    snapshotReaders.has(command.name) &&
    command.get('autocommit') === undefined &&
    level?.type === type.string &&
    readString(level) === 'snapshot'
  );
}

/** Checks the fields of a part of a command (an update statement, an index specification). */
export function checkFields(
  part: string,
  document: Value,
  obeyed: readonly string[],
  refused: readonly string[],
  unknownCode = 40415,
): Map<string, Value> {
  const fields = new Map<string, Value>();
  for (const { name, value } of elements(document)) {
    if (obeyed.includes(name)) fields.set(name, value);
    else if (!refused.includes(name)) {
      const message =
        unknownCode === 40415
          ? `BSON field '${part}.${name}' is an unknown field.`
          : `The field '${name}' is not valid for ${part}.`;
      throw new EngineError(unknownCode, message);
    } else if (!asksForNothing(name, value)) throw unsupported(`the option ${name} of ${part}`);
  }
  return fields;
}
