import { type Expression, parseExpression } from '../aggregation/expression.ts';
import { EngineError, unsupported } from '../errors.ts';
import {
  elements,
  field,
  items,
  readBoolean,
  readRegex,
  readString,
  type,
  typeNames,
  type Value,
} from '../values/bson.ts';
import { isNumber, readDouble, readInteger } from '../values/numbers.ts';
import { type Path, parsePath } from './path.ts';
import { compilePattern, type Pattern } from './regex.ts';

export type Comparison = '$eq' | '$gt' | '$gte' | '$lt' | '$lte';

/** What one value at a path is asked. */
export type Test =
  | { kind: 'compare'; operator: Comparison; operand: Value }
  | { kind: 'in'; operands: Value[]; patterns: Pattern[] }
  | { kind: 'exists' }
  | { kind: 'regex'; pattern: Pattern }
  | { kind: 'size'; size: number }
  | { kind: 'type'; types: Set<number> }
  | { kind: 'modulo'; divisor: bigint; remainder: bigint }
  | { kind: 'elementsMatch'; filter: Filter }
  | { kind: 'elementMatches'; tests: Filter[] };

/** A parsed query; a test under `elementMatches` has the empty path: it is asked of the element itself. */
export type Filter =
  | { kind: 'and' | 'or' | 'nor'; filters: Filter[] }
  | { kind: 'not'; filter: Filter }
  | { kind: 'path'; path: Path; test: Test }
  | { kind: 'expression'; expression: Expression };

const comparisons = new Set(['$eq', '$gt', '$gte', '$lt', '$lte']);

function bad(message: string): EngineError {
  return new EngineError(2, message);
}

function at(path: Path, test: Test): Filter {
  return { kind: 'path', path, test };
}

function patternOf(value: Value): Pattern {
  const { source, options } = readRegex(value);
  return compilePattern(source, options);
}

function parseCompare(path: Path, operator: Comparison, operand: Value): Filter {
  if (operand.type === type.undefined) throw bad('cannot compare to undefined');
  if (operand.type === type.regex && operator !== '$eq') {
    throw bad(`Can't have RegEx as arg to predicate over field '${path.text}'.`);
  }
  return at(path, { kind: 'compare', operator, operand });
}

function parseIn(path: Path, operator: string, operand: Value): Filter {
  if (operand.type !== type.array) throw bad(`${operator} needs an array`);
  const operands: Value[] = [];
  const patterns: Pattern[] = [];
  for (const item of items(operand)) {
    if (item.type === type.undefined) throw bad('InMatchExpression equality cannot be undefined');
    const first = item.type === type.object ? elements(item)[0] : undefined;
    if (first?.name.startsWith('$') && !isReference(first.name)) throw bad(`cannot nest $ under ${operator}`);
    if (item.type === type.regex) patterns.push(patternOf(item));
    else operands.push(item);
  }
  const [only] = operands;
  if (only && operands.length === 1 && patterns.length === 0) {
    return at(path, { kind: 'compare', operator: '$eq', operand: only });
  }
  return at(path, { kind: 'in', operands, patterns });
}

function parseRegex(path: Path, operand: Value, options: Value | undefined): Filter {
  if (options !== undefined && options.type !== type.string) throw bad('$options has to be a string');
  const given = options && readString(options);
  if (operand.type === type.string) {
    return at(path, { kind: 'regex', pattern: compilePattern(readString(operand), given ?? '') });
  }
  if (operand.type !== type.regex) throw bad('$regex has to be a string');
  const own = readRegex(operand);
  if (given !== undefined && own.options !== '') {
    throw new EngineError(51075, 'options set in both $regex and $options');
  }
  return at(path, { kind: 'regex', pattern: compilePattern(own.source, given ?? own.options) });
}

function typeCodes(value: Value): number[] {
  if (value.type === type.string) {
    const name = readString(value);
    if (name === 'number') return [type.double, type.int32, type.int64, type.decimal];
    const code = Object.entries(typeNames).find(([, known]) => known === name)?.[0];
    if (code === undefined) throw bad(`Unknown type name alias: ${name}`);
    return [Number(code)];
  }
  if (!isNumber(value)) throw new EngineError(14, 'type must be represented as a number or a string');
  const code = Number(readInteger(value) ?? -2n);
  const canonical = code === -1 ? type.minKey : code;
  if (typeNames[canonical] === undefined || code === 255)
    throw bad(`Invalid numerical type code: ${readDouble(value)}`);
  return [canonical];
}

function parseType(path: Path, operand: Value): Filter {
  const listed = operand.type === type.array ? items(operand) : [operand];
  if (listed.length === 0) throw new EngineError(9, `${path.text} must match at least one type`);
  return at(path, { kind: 'type', types: new Set(listed.flatMap(typeCodes)) });
}

function parseSize(path: Path, operand: Value): Filter {
  const size = isNumber(operand) ? readInteger(operand) : undefined;
  if (size === undefined) throw bad(`Failed to parse $size. Expected a number in: $size: ${typeNames[operand.type]}`);
  if (size < 0n) throw bad(`Failed to parse $size. Expected a non-negative number in: $size: ${size}`);
  return at(path, { kind: 'size', size: Number(size) });
}

function parseAll(path: Path, operand: Value): Filter {
  if (operand.type !== type.array) throw bad('$all needs an array');
  const filters = items(operand).map((item): Filter => {
    const first = item.type === type.object ? elements(item)[0] : undefined;
    if (first?.name === '$elemMatch') return parseElemMatch(path, first.value);
    if (first?.name.startsWith('$') && !isReference(first.name)) throw bad('no $ expressions in $all');
    return item.type === type.regex
      ? at(path, { kind: 'regex', pattern: patternOf(item) })
      : parseCompare(path, '$eq', item);
  });
  // An empty $all matches nothing.
  return filters.length === 0 ? { kind: 'or', filters: [] } : { kind: 'and', filters };
}

const elementPath: Path = { text: '', parts: [], names: [], numeric: [] };

function isReference(name: string): boolean {
  return name === '$ref' || name === '$id' || name === '$db';
}

function isOperators(value: Value): boolean {
  const first = value.type === type.object ? elements(value)[0]?.name : undefined;
  return first?.startsWith('$') === true && !isReference(first);
}

function parseElemMatch(path: Path, operand: Value): Filter {
  if (operand.type !== type.object) throw bad('$elemMatch needs an Object');
  const first = elements(operand)[0]?.name;
  const logical = first === '$and' || first === '$or' || first === '$nor' || first === '$expr' || first === '$where';
  if (isOperators(operand) && !logical) {
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

function parseModulo(path: Path, operand: Value): Filter {
  const parts = operand.type === type.array ? items(operand) : undefined;
  if (!parts) throw bad('malformed mod, needs to be an array');
  const [divisor, remainder] = parts.map((part) => (isNumber(part) ? BigInt(Math.trunc(readDouble(part))) : undefined));
  if (parts.length !== 2 || divisor === undefined || remainder === undefined) {
    throw bad(`malformed mod, ${parts.length < 2 ? 'not enough elements' : 'too many elements'}`);
  }
  if (divisor === 0n) throw bad('divisor cannot be 0');
  return at(path, { kind: 'modulo', divisor, remainder });
}

function parseOperator(path: Path, operator: string, operand: Value, all: Value): Filter[] {
  if (comparisons.has(operator)) return [parseCompare(path, operator as Comparison, operand)];
  switch (operator) {
    case '$ne':
      if (operand.type === type.regex) throw bad("Can't have regex as arg to $ne.");
      return [{ kind: 'not', filter: parseCompare(path, '$eq', operand) }];
    case '$in':
      return [parseIn(path, operator, operand)];
    case '$nin':
      return [{ kind: 'not', filter: parseIn(path, operator, operand) }];
    case '$exists': {
      const wanted = isTruthy(operand);
      const exists = at(path, { kind: 'exists' });
      return [wanted ? exists : { kind: 'not', filter: exists }];
    }
    case '$regex':
      return [parseRegex(path, operand, field(all, '$options'))];
    case '$options':
      if (!field(all, '$regex')) throw bad('$options needs a $regex');
      return [];
    case '$type':
      return [parseType(path, operand)];
    case '$size':
      return [parseSize(path, operand)];
    case '$all':
      return [parseAll(path, operand)];
    case '$elemMatch':
      return [parseElemMatch(path, operand)];
    case '$not':
      return [parseNot(path, operand)];
    case '$mod':
      return [parseModulo(path, operand)];
    default:
      throw refuseOperator(operator);
  }
}

const knownElsewhere = new Set([
  '$where',
  '$text',
  '$near',
  '$nearSphere',
  '$geoWithin',
  '$geoIntersects',
  '$within',
  '$jsonSchema',
  '$bitsAllSet',
  '$bitsAllClear',
  '$bitsAnySet',
  '$bitsAnyClear',
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
    return parseOperator(path, name, value, operators);
  });
}

export function isTruthy(value: Value): boolean {
  if (value.type === type.boolean) return readBoolean(value);
  if (isNumber(value)) return readDouble(value) !== 0;
  return value.type !== type.null && value.type !== type.undefined;
}

function parseLogical(operator: '$and' | '$or' | '$nor', operand: Value): Filter {
  if (operand.type !== type.array) throw bad(`${operator} must be an array`);
  const branches = items(operand);
  if (branches.length === 0) throw bad('$and/$or/$nor must be a nonempty array');
  const filters = branches.map((branch) => {
    if (branch.type !== type.object) throw bad('$or/$and/$nor entries need to be full objects');
    return parseFilter(branch);
  });
  return { kind: operator.slice(1) as 'and' | 'or' | 'nor', filters };
}

function parseTopLevel(name: string, value: Value): Filter[] {
  if (name === '$and' || name === '$or' || name === '$nor') return [parseLogical(name, value)];
  if (name === '$expr') return [{ kind: 'expression', expression: parseExpression(value) }];
  if (name === '$comment') return [];
  if (knownElsewhere.has(name)) throw unsupported(`the query operator ${name}`, 2);
  if (name.startsWith('$'))
    throw bad(
      `unknown top level operator: ${name}. If you have a field name that starts with a '$' symbol, consider using $getField or $setField.`,
    );
  const path = parsePath(name);
  if (isOperators(value)) return parseOperators(path, value);
  if (value.type === type.regex) return [at(path, { kind: 'regex', pattern: patternOf(value) })];
  return [parseCompare(path, '$eq', value)];
}

/** Parses a query document; throws MongoDB's code for what is malformed and a refusal for what is not supported. */
export function parseFilter(query: Value): Filter {
  const filters = elements(query).flatMap(({ name, value }) => parseTopLevel(name, value));
  const [only] = filters;
  return only && filters.length === 1 ? only : { kind: 'and', filters };
}
