import { EngineError } from '../errors.ts';
import { elements, items, readBoolean, readRegex, readString, type, typeNames, type Value } from '../values/bson.ts';
import { isNumber, readDouble, readInteger } from '../values/numbers.ts';
import type { Comparison, Filter, Test } from './filter.ts';
import type { Path } from './path.ts';
import { compilePattern, type Pattern } from './regex.ts';

export function isTruthy(value: Value): boolean {
  if (value.type === type.boolean) return readBoolean(value);
  if (isNumber(value)) return readDouble(value) !== 0;
  return value.type !== type.null && value.type !== type.undefined;
}

export function bad(message: string): EngineError {
  return new EngineError(2, message);
}

export function at(path: Path, test: Test): Filter {
  return { kind: 'path', path, test };
}

export function patternOf(value: Value): Pattern {
  const { source, options } = readRegex(value);
  return compilePattern(source, options);
}

export function parseCompare(path: Path, operator: Comparison, operand: Value): Filter {
  if (operand.type === type.undefined) throw bad('cannot compare to undefined');
  if (operand.type === type.regex && operator !== '$eq') {
    throw bad(`Can't have RegEx as arg to predicate over field '${path.text}'.`);
  }
  return at(path, { kind: 'compare', operator, operand });
}

export function parseIn(path: Path, operator: string, operand: Value): Filter {
  if (operand.type !== type.array) throw bad(`${operator} needs an array`);
  const operands: Value[] = [];
  const patterns: Pattern[] = [];
  for (const item of items(operand)) {
    if (item.type === type.undefined) throw bad('InMatchExpression equality cannot be undefined');
    if (isOperators(item)) throw bad(`cannot nest $ under ${operator}`);
    if (item.type === type.regex) patterns.push(patternOf(item));
    else operands.push(item);
  }
  const [only] = operands;
  if (only && operands.length === 1 && patterns.length === 0) {
    return at(path, { kind: 'compare', operator: '$eq', operand: only });
  }
  return at(path, { kind: 'in', operands, patterns });
}

export function parseRegex(path: Path, operand: Value, options: Value | undefined): Filter {
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

export function parseType(path: Path, operand: Value): Filter {
  const listed = operand.type === type.array ? items(operand) : [operand];
  if (listed.length === 0) throw new EngineError(9, `${path.text} must match at least one type`);
  return at(path, { kind: 'type', types: new Set(listed.flatMap(typeCodes)) });
}

export function parseSize(path: Path, operand: Value): Filter {
  const size = isNumber(operand) ? readInteger(operand) : undefined;
  if (size === undefined) throw bad(`Failed to parse $size. Expected a number in: $size: ${typeNames[operand.type]}`);
  if (size < 0n) throw bad(`Failed to parse $size. Expected a non-negative number in: $size: ${size}`);
  return at(path, { kind: 'size', size: Number(size) });
}

/** A number without its fraction; undefined for what is no number, not finite or beyond 64 bits. */
function truncated(value: Value): bigint | undefined {
  const number = isNumber(value) ? readDouble(value) : Number.NaN;
  if (!Number.isFinite(number)) return undefined;
  const whole = readInteger(value) ?? BigInt(Math.trunc(number));
  return BigInt.asIntN(64, whole) === whole ? whole : undefined;
}

export function parseModulo(path: Path, operand: Value): Filter {
  const parts = operand.type === type.array ? items(operand) : undefined;
  if (!parts) throw bad('malformed mod, needs to be an array');
  if (parts.length !== 2) throw bad(`malformed mod, ${parts.length < 2 ? 'not enough elements' : 'too many elements'}`);
  const [divisor, remainder] = parts.map(truncated);
  if (divisor === undefined || remainder === undefined)
    throw bad(`malformed mod, ${divisor === undefined ? 'divisor' : 'remainder'} value is invalid`);
  if (divisor === 0n) throw bad('divisor cannot be 0');
  return at(path, { kind: 'modulo', divisor, remainder });
}

/** The fields of a DBRef, which are no operators. */
export const referenceFields = ['$ref', '$id', '$db'];

/** Whether a document is a DBRef: it has `$ref` and `$id`; `partly`: any of the three fields. */
function isReference(document: Value, partly: boolean): boolean {
  const names = elements(document).map(({ name }) => name);
  return partly
    ? names.some((name) => referenceFields.includes(name))
    : names.includes('$ref') && names.includes('$id');
}

/** Whether a value is a document of operators rather than one to compare with. */
export function isOperators(value: Value, partlyReference = false): boolean {
  const first = value.type === type.object ? elements(value)[0]?.name : undefined;
  return first?.startsWith('$') === true && !isReference(value, partlyReference);
}

/** Bit positions from a list of them, a number's bits, or the bits of a binary (lowest byte first). */
function bitPositions(operator: string, operand: Value): bigint[] {
  if (operand.type === type.array) {
    return items(operand).map((item) => {
      const position = isNumber(item) ? readInteger(item) : undefined;
      if (position === undefined) throw bad(`bit positions must be an integer but got: ${typeNames[item.type]}`);
      if (position < 0n) throw bad(`bit positions must be >= 0 but got: ${position}`);
      return position;
    });
  }
  let mask = 0n;
  if (isNumber(operand)) {
    const whole = readInteger(operand);
    if (whole === undefined) throw new EngineError(9, `Expected an integer: ${operator}`);
    if (whole < 0n) throw new EngineError(9, `Expected a non-negative number in: ${operator}`);
    mask = whole;
  } else if (operand.type === type.binary) mask = binaryBits(operand);
  else throw bad(`${operator} takes an Array, a number, or a BinData but received: ${typeNames[operand.type]}`);
  const positions: bigint[] = [];
  for (let position = 0n; mask >> position > 0n; position++) if ((mask >> position) & 1n) positions.push(position);
  return positions;
}

/** The bits of a binary as one number, lowest byte first. */
export function binaryBits(value: Value): bigint {
  const bytes = Buffer.from(value.bytes.subarray(value.start + 5, value.end)).reverse();
  return bytes.length === 0 ? 0n : BigInt(`0x${bytes.toString('hex')}`);
}

export function parseBits(path: Path, operator: string, operand: Value): Filter {
  const positions = bitPositions(operator, operand);
  return at(path, { kind: 'bits', positions, set: operator.endsWith('Set'), all: operator.startsWith('$bitsAll') });
}
