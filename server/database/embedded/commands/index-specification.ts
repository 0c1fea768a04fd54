import { EngineError, unsupported } from '../errors.ts';
import { type Filter, isTruthy, parseFilter } from '../query/filter.ts';
import { referenceFields } from '../query/leaf-tests.ts';
import { compileFilter } from '../query/match.ts';
import type { Collection, Index } from '../storage/catalog.ts';
import { parseKeyPattern } from '../storage/index-keys.ts';
import { elements, readString, sameBytes, type, type Value } from '../values/bson.ts';
import { describe, describeKey } from '../values/describe.ts';
import { isNumber, readDouble } from '../values/numbers.ts';
import { checkFields } from './command.ts';

/** MongoDB's largest `expireAfterSeconds`. */
const maximumExpiry = 2 ** 31 - 1;

function parsePattern(pattern: Value | undefined): Value {
  if (pattern?.type !== type.object)
    throw new EngineError(9, "The 'key' field is a required property of an index specification");
  const fields = elements(pattern);
  if (fields.length === 0) throw new EngineError(67, 'Index keys cannot be an empty object');
  if (fields.length > 32) throw new EngineError(67, 'Index key contains too many fields, maximum is 32');
  for (const { name, value } of fields) {
    if (value.type === type.string) throw unsupported(`indexes of the kind ${readString(value)}`, 67);
    if (!isNumber(value) || readDouble(value) === 0 || Number.isNaN(readDouble(value))) {
      throw new EngineError(
        67,
        `Values in v:2 index key pattern cannot be of type ${describe(value)}. Only numbers > 0, numbers < 0, and strings are allowed.`,
      );
    }
    const parts = name.split('.');
    if (parts.includes('')) throw new EngineError(67, 'Index keys cannot contain an empty field');
    if (parts.includes('$**')) throw unsupported('wildcard indexes', 67);
    if (parts.some((part, at) => part.startsWith('$') && !(at > 0 && referenceFields.includes(part))))
      throw new EngineError(67, `Index key contains an illegal field name: field name starts with '$'.`);
    if (parts.some((part) => /^\d+$/.test(part))) throw unsupported('indexes over array positions', 67);
  }
  return pattern;
}

const partialTests = new Set(['compare', 'exists', 'type', 'in']);

function checkPartial(filter: Filter): void {
  if (filter.kind === 'and' || filter.kind === 'or') {
    filter.filters.forEach(checkPartial);
    return;
  }
  if (filter.kind !== 'path' || !partialTests.has(filter.test.kind)) {
    throw new EngineError(67, 'Expression not supported in partial index');
  }
}

function defaultName(pattern: Value): string {
  return elements(pattern)
    .map(({ name, value }) => `${name}_${readDouble(value)}`)
    .join('_');
}

/** Reads `expireAfterSeconds`, in seconds; throws the code given where it is no number of them. */
export function readExpiry(value: Value, code: number): number {
  const seconds = isNumber(value) ? readDouble(value) : Number.NaN;
  if (!(seconds >= 0 && seconds <= maximumExpiry)) {
    throw new EngineError(code, "TTL index 'expireAfterSeconds' option must be within an acceptable range");
  }
  return seconds;
}

export type Specification = Omit<Index, 'space' | 'ready' | 'clustered' | 'arrays' | 'shortened'>;

/** What an index is to be; throws for what is wrong or not supported. */
export function parseSpecification(specification: Value): Specification {
  if (specification.type !== type.object) throw new EngineError(14, 'index specifications must be objects');
  const fields = checkFields(
    'an index specification',
    specification,
    ['key', 'name', 'unique', 'sparse', 'partialFilterExpression', 'expireAfterSeconds', 'v', 'background', 'ns'],
    [
      'collation',
      'hidden',
      'prepareUnique',
      'storageEngine',
      'wildcardProjection',
      'weights',
      'default_language',
      'language_override',
      'textIndexVersion',
      '2dsphereIndexVersion',
      'bits',
      'min',
      'max',
      'clustered',
    ],
    197,
  );
  const pattern = parsePattern(fields.get('key'));
  const version = fields.get('v');
  if (version && readDouble(version) !== 2) throw unsupported(`indexes of version ${readDouble(version)}`, 67);
  const name = fields.get('name');
  if (name && name.type !== type.string) throw new EngineError(14, "The field 'name' must be a string");
  const text = name ? readString(name) : defaultName(pattern);
  if (text === '' || text === '*') throw new EngineError(67, `The index name '${text}' is not valid.`);
  const flag = (option: string): boolean => {
    const value = fields.get(option);
    return value !== undefined && isTruthy(value);
  };
  const partial = fields.get('partialFilterExpression');
  if (partial && partial.type !== type.object)
    throw new EngineError(14, "The field 'partialFilterExpression' must be an object");
  if (partial && flag('sparse')) throw new EngineError(67, 'cannot mix "partialFilterExpression" and "sparse" options');
  const filter = partial && parseFilter(partial);
  if (filter) checkPartial(filter);
  const expiry = fields.get('expireAfterSeconds');
  const expireAfterSeconds = expiry && readExpiry(expiry, 67);
  const keyFields = parseKeyPattern(pattern);
  if (expireAfterSeconds !== undefined && keyFields.length > 1) {
    throw new EngineError(67, 'TTL indexes are single-field indexes, compound indexes do not support TTL.');
  }
  return {
    name: text,
    pattern,
    fields: keyFields,
    unique: flag('unique'),
    sparse: flag('sparse'),
    ...(partial && filter ? { partial: { raw: partial, filter, matches: compileFilter(filter) } } : {}),
    ...(expireAfterSeconds === undefined ? {} : { expireAfterSeconds }),
  };
}

function samePattern(left: Specification, right: Specification): boolean {
  return (
    left.fields.length === right.fields.length &&
    left.fields.every(({ path, descending }, at) => {
      const other = right.fields[at];
      return other?.path.text === path.text && other.descending === descending;
    })
  );
}

function sameOptions(left: Specification, right: Specification): boolean {
  const samePartial =
    left.partial && right.partial ? sameBytes(left.partial.raw, right.partial.raw) : left.partial === right.partial;
  return (
    samePartial &&
    left.unique === right.unique &&
    left.sparse === right.sparse &&
    left.expireAfterSeconds === right.expireAfterSeconds
  );
}

/** Whether the collection has the index already; throws 85 or 86 where one of the same name or keys differs. */
export function exists(collection: Collection, wanted: Specification): boolean {
  if (wanted.fields.length === 1 && wanted.fields[0]?.path.text === '_id' && !wanted.fields[0].descending) return true;
  for (const index of collection.indexes) {
    const pattern = samePattern(index, wanted);
    const options = sameOptions(index, wanted);
    if (index.name === wanted.name) {
      if (pattern && options) return true;
      const code = pattern ? 85 : 86;
      throw new EngineError(
        code,
        `An existing index has the same name as the requested index. When index names are not specified, they are auto generated and can cause conflicts. Please refer to our documentation. Requested index: ${describeSpecification(wanted)}, existing index: ${describeSpecification(index)}`,
      );
    }
    const partialAlike =
      index.partial === wanted.partial ||
      (index.partial && wanted.partial && sameBytes(index.partial.raw, wanted.partial.raw));
    if (!pattern || !partialAlike) continue;
    if (options) throw new EngineError(85, `Index already exists with a different name: ${index.name}`);
    throw new EngineError(
      85,
      `An equivalent index already exists with a different name and options. Requested index: ${describeSpecification(wanted)}, existing index: ${describeSpecification(index)}`,
    );
  }
  return false;
}

function describeSpecification({ name, pattern, unique, sparse }: Specification): string {
  return `{ v: 2,${unique ? ' unique: true,' : ''} key: ${describeKey(pattern)}, name: "${name}"${sparse ? ', sparse: true' : ''} }`;
}
