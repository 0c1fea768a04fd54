import { type Expression, parseExpression } from '../aggregation/expression.ts';
import type { Scope } from '../aggregation/scope.ts';
import { EngineError, unsupported } from '../errors.ts';
import { elements, field, items, type, type Value } from '../values/bson.ts';
import { type Equality, equalitiesOf } from './expression-equalities.ts';
import {
  at,
  bad,
  isOperators,
  isTruthy,
  parseBits,
  parseCompare,
  parseIn,
  parseModulo,
  parseRegex,
  parseSize,
  parseType,
  patternOf,
  referenceFields,
} from './leaf-tests.ts';
import { type Path, parsePath } from './path.ts';
import type { Pattern } from './regex.ts';

export { isTruthy };

export type Comparison = '$eq' | '$gt' | '$gte' | '$lt' | '$lte';

/** What one value at a path is asked. */
export type Test =
  | { kind: 'compare'; operator: Comparison; operand: Value }
  /** Equality as an expression has it: arrays are not opened, and missing is not null. */
  | { kind: 'same'; operand: Value | undefined }
  | { kind: 'in'; operands: Value[]; patterns: Pattern[] }
  | { kind: 'exists' }
  | { kind: 'regex'; pattern: Pattern }
  | { kind: 'size'; size: number }
  | { kind: 'type'; types: Set<number> }
  | { kind: 'modulo'; divisor: bigint; remainder: bigint }
  | { kind: 'bits'; positions: bigint[]; set: boolean; all: boolean }
  | { kind: 'elementsMatch'; filter: Filter }
  | { kind: 'elementMatches'; tests: Filter[] };

/** A parsed query; a test under `elementMatches` has the empty path: it is asked of the element itself. */
export type Filter =
  | { kind: 'and' | 'or' | 'nor'; filters: Filter[] }
  | { kind: 'not'; filter: Filter }
  | { kind: 'path'; path: Path; test: Test }
  | { kind: 'expression'; expression: Expression; equalities: Equality[] };

function elementMatchOf(item: Value | undefined): Value | undefined {
  const first = item?.type === type.object ? elements(item)[0] : undefined;
  return first?.name === '$elemMatch' ? first.value : undefined;
}

function parseAll(path: Path, operand: Value): Filter {
  if (operand.type !== type.array) throw bad('$all needs an array');
  const listed = items(operand);
  const byElements = elementMatchOf(listed[0]) !== undefined;
  const filters = listed.map((item): Filter => {
    const elementMatch = elementMatchOf(item);
    if (byElements && !elementMatch) throw bad('$all/$elemMatch has to be consistent');
    if (byElements && elementMatch) return parseElemMatch(path, elementMatch);
    if (isOperators(item)) throw bad('no $ expressions in $all');
    return item.type === type.regex
      ? at(path, { kind: 'regex', pattern: patternOf(item) })
      : parseCompare(path, '$eq', item);
  });
  // An empty $all matches nothing.
  return filters.length === 0 ? { kind: 'or', filters: [] } : { kind: 'and', filters };
}

const elementPath: Path = { text: '', parts: [], names: [], numeric: [] };

export function parseElemMatch(path: Path, operand: Value): Filter {
  if (operand.type !== type.object) throw bad('$elemMatch needs an Object');
  const first = elements(operand)[0]?.name ?? '';
  const ofWhole = topLevelOperators.includes(first) || first === '$where';
  if (isOperators(operand, true) && !ofWhole) {
    return at(path, { kind: 'elementMatches', tests: parseOperators(elementPath, operand) });
  }
  return at(path, { kind: 'elementsMatch', filter: parseFilter(operand) });
}

function parseNot(path: Path, operand: Value): Filter {
  if (operand.type === type.regex) {
    return { kind: 'not', filter: at(path, { kind: 'regex', pattern: patternOf(operand) }) };
  }
  if (operand.type !== type.object) throw bad('$not needs a regex or a document');
  const filters = parseOperators(path, operand);
  if (filters.length === 0) throw bad('$not cannot be empty');
  return { kind: 'not', filter: { kind: 'and', filters } };
}

type OperatorParser = (path: Path, operand: Value, all: Value) => Filter[];

function compare(operator: Comparison): OperatorParser {
  return (path, operand) => [parseCompare(path, operator, operand)];
}

function negated(filter: Filter): Filter[] {
  return [{ kind: 'not', filter }];
}

/** The query operators on the allow-list which stand under a field's name. */
export const queryOperators: { readonly [name: string]: OperatorParser } = {
  $eq: compare('$eq'),
  $gt: compare('$gt'),
  $gte: compare('$gte'),
  $lt: compare('$lt'),
  $lte: compare('$lte'),
  $ne(path, operand) {
    if (operand.type === type.regex) throw bad("Can't have regex as arg to $ne.");
    return negated(parseCompare(path, '$eq', operand));
  },
  $in: (path, operand) => [parseIn(path, '$in', operand)],
  $nin: (path, operand) => negated(parseIn(path, '$nin', operand)),
  $exists(path, operand) {
    const exists = at(path, { kind: 'exists' });
    return isTruthy(operand) ? [exists] : negated(exists);
  },
  $regex: (path, operand, all) => [parseRegex(path, operand, field(all, '$options'))],
  $options(_path, _operand, all) {
    if (!field(all, '$regex')) throw bad('$options needs a $regex');
    return [];
  },
  $type: (path, operand) => [parseType(path, operand)],
  $size: (path, operand) => [parseSize(path, operand)],
  $all: (path, operand) => [parseAll(path, operand)],
  $elemMatch: (path, operand) => [parseElemMatch(path, operand)],
  $not: (path, operand) => [parseNot(path, operand)],
  $mod: (path, operand) => [parseModulo(path, operand)],
  $bitsAllSet: (path, operand) => [parseBits(path, '$bitsAllSet', operand)],
  $bitsAllClear: (path, operand) => [parseBits(path, '$bitsAllClear', operand)],
  $bitsAnySet: (path, operand) => [parseBits(path, '$bitsAnySet', operand)],
  $bitsAnyClear: (path, operand) => [parseBits(path, '$bitsAnyClear', operand)],
};

/** Those which stand at the top level, or in `$and`, `$or` and `$nor`. */
export const topLevelOperators = ['$and', '$or', '$nor', '$expr', '$comment'];

const knownElsewhere = new Set([
  '$where',
  '$text',
  '$near',
  '$nearSphere',
  '$geoWithin',
  '$geoIntersects',
  '$within',
  '$jsonSchema',
  '$rand',
  '$sampleRate',
  '$maxDistance',
  '$minDistance',
  '$geometry',
  '$alwaysTrue',
  '$alwaysFalse',
]);

function refuseOperator(operator: string): EngineError {
  return knownElsewhere.has(operator)
    ? unsupported(`the query operator ${operator}`, 2)
    : bad(`unknown operator: ${operator}`);
}

function parseOperators(path: Path, operators: Value): Filter[] {
  return elements(operators).flatMap(({ name, value }) => {
    if (!name.startsWith('$')) throw bad(`unknown operator: ${name}`);
    const parse = Object.hasOwn(queryOperators, name) ? queryOperators[name] : undefined;
    if (!parse) throw refuseOperator(name);
    return parse(path, value, operators);
  });
}

function parseLogical(operator: '$and' | '$or' | '$nor', operand: Value, scope: Scope | undefined): Filter {
  if (operand.type !== type.array) throw bad(`${operator} must be an array`);
  const branches = items(operand);
  if (branches.length === 0) throw bad('$and/$or/$nor must be a nonempty array');
  const filters = branches.map((branch) => {
    if (branch.type !== type.object) throw bad('$or/$and/$nor entries need to be full objects');
    return parseFilter(branch, scope);
  });
  return { kind: operator.slice(1) as 'and' | 'or' | 'nor', filters };
}

function parseTopLevel(name: string, value: Value, scope: Scope | undefined): Filter[] {
  if (name === '$and' || name === '$or' || name === '$nor') return [parseLogical(name, value, scope)];
  if (name === '$expr') {
    if (!scope) throw new EngineError(224, '$expr is not allowed in this context');
    const expression = parseExpression(value, scope);
    return [{ kind: 'expression', expression, equalities: equalitiesOf(value, scope) }];
  }
  if (name === '$comment') return [];
  if (knownElsewhere.has(name)) throw unsupported(`the query operator ${name}`, 2);
  if (name.startsWith('$') && !referenceFields.includes(name))
    throw bad(
      `unknown top level operator: ${name}. If you have a field name that starts with a '$' symbol, consider using $getField or $setField.`,
    );
  const path = parsePath(name);
  if (isOperators(value)) return parseOperators(path, value);
  if (value.type === type.regex) return [at(path, { kind: 'regex', pattern: patternOf(value) })];
  return [parseCompare(path, '$eq', value)];
}

/**
 * Parses a query document; throws MongoDB's code for what is malformed and a refusal for what is not supported.
 * Without a scope `$expr` is not allowed: in partial filters, array filters and within arrays.
 */
export function parseFilter(query: Value, scope?: Scope): Filter {
  const filters = elements(query).flatMap(({ name, value }) => parseTopLevel(name, value, scope));
  const [only] = filters;
  return only && filters.length === 1 ? only : { kind: 'and', filters };
}
