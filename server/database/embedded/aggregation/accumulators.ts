import { EngineError } from '../errors.ts';
import { parseSort } from '../query/sort.ts';
import { sortKey } from '../storage/index-keys.ts';
import { elements, isEmptyDocument, type, type Value } from '../values/bson.ts';
import { arrayOf, documentOf, int32, int64, nullValue } from '../values/build.ts';
import { keyText } from '../values/key.ts';
import { isNumber, readInteger } from '../values/numbers.ts';
import { parseExpression } from './expression.ts';
import { type Gatherer, gatherers, highest, lowest } from './gatherers.ts';
import { isPresent, parameters, typeName } from './operator.ts';
import type { Scope } from './scope.ts';

/** Gathers what the documents of one group give. */
export type Accumulator = { add(document: Value): void; result(): Value };
/** Told of the bytes that are held; throws when the stage holds too many. */
export type Meter = (bytes: number) => void;
/** Parses an accumulator's operand; gives what makes one for each group. */
export type AccumulatorParser = (operand: Value, scope: Scope, name: string) => (meter: Meter) => Accumulator;

/** What one group may gather before the pipeline is refused, as MongoDB refuses it. */
const maximumBytes = 100 * 1024 * 1024;

function checkMemory(operator: string, bytes: number): void {
  if (bytes <= maximumBytes) return;
  throw new EngineError(
    146,
    `${operator} used too much memory and cannot spill to disk. Memory limit: ${maximumBytes} bytes`,
  );
}

function first(): Gatherer {
  let seen = false;
  let kept: Value | undefined;
  return {
    add(value) {
      if (!seen) kept = value?.detached();
      seen = true;
    },
    result: () => kept ?? nullValue,
  };
}

function last(): Gatherer {
  let kept: Value | undefined;
  return {
    add(value) {
      kept = value?.detached();
    },
    result: () => kept ?? nullValue,
  };
}

function gathered(operator: string, distinct: boolean): (meter: Meter) => Gatherer {
  return (meter) => {
    const values: Value[] = [];
    const seen = new Set<string>();
    let bytes = 0;
    return {
      add(value) {
        if (value === undefined) return;
        if (distinct) {
          const key = keyText(value);
          if (seen.has(key)) return;
          seen.add(key);
        }
        bytes += value.end - value.start;
        checkMemory(operator, bytes);
        meter(value.end - value.start);
        values.push(value.detached());
      },
      result: () => arrayOf(values),
    };
  };
}

function merging(): Gatherer {
  const merged = new Map<string, Value>();
  return {
    add(value) {
      if (!isPresent(value)) return;
      if (value.type !== type.object)
        throw new EngineError(40400, `$mergeObjects requires object inputs, but input is of type ${typeName(value)}`);
      for (const element of elements(value)) merged.set(element.name, element.value.detached());
    },
    result: () => documentOf([...merged].map(([name, value]) => ({ name, value }))),
  };
}

function unary(create: (meter: Meter) => Gatherer): AccumulatorParser {
  return (operand, scope, name) => {
    if (operand.type === type.array) throw new EngineError(40237, `The ${name} accumulator is a unary operator`);
    const expression = parseExpression(operand, scope);
    return (meter) => {
      const gatherer = create(meter);
      return { add: (document) => gatherer.add(expression(document)), result: () => gatherer.result() };
    };
  };
}

const counting: AccumulatorParser = (operand) => {
  if (operand.type !== type.object || !isEmptyDocument(operand))
    throw new EngineError(9, '$count takes no arguments, i.e. $count:{}');
  return () => {
    let count = 0;
    return {
      add() {
        count++;
      },
      result: () => (count < 2 ** 31 ? int32(count) : int64(BigInt(count))),
    };
  };
};

function sizeOf(value: Value | undefined, name: string): number {
  const size = value && isNumber(value) ? readInteger(value) : undefined;
  if (size === undefined)
    throw new EngineError(5787902, `Value for 'n' must be of integral type, but found ${typeName(value)}`);
  if (size < 1n) throw new EngineError(5787908, `'n' must be greater than 0, found ${size} in ${name}`);
  return Number(size);
}

/** `$firstN`, `$lastN`, `$minN`, `$maxN`: the first so many values in an order. */
function several(keep: (values: Value[], size: number) => Value[], skipsNull: boolean): AccumulatorParser {
  return (operand, scope, name) => {
    const given = parameters(name, operand, ['input', 'n'], ['input', 'n'], 5787801);
    const input = parseExpression(given.get('input') as Value, scope);
    const size = sizeOf(parseExpression(given.get('n') as Value, scope)(documentOf([])), name);
    return (meter) => {
      let values: Value[] = [];
      return {
        add(document) {
          const value = input(document) ?? nullValue;
          if (skipsNull && !isPresent(value)) return;
          if (values.length < size) meter(value.end - value.start);
          values.push(value.detached());
          if (values.length > size * 2 + 100) values = keep(values, size);
        },
        result: () => arrayOf(keep(values, size)),
      };
    };
  };
}

type Ranked = { key: Buffer; output: Value };

/** `$top`, `$bottom` and with `N`: outputs of the documents that come first or last in an order. */
function ranked(end: 'top' | 'bottom', many: boolean): AccumulatorParser {
  return (operand, scope, name) => {
    const known = many ? ['sortBy', 'output', 'n'] : ['sortBy', 'output'];
    const given = parameters(name, operand, known, known, 5788002);
    const sortBy = given.get('sortBy') as Value;
    if (sortBy.type !== type.object) throw new EngineError(10065, `invalid parameter: expected an object (sortBy)`);
    const sort = parseSort(sortBy);
    const output = parseExpression(given.get('output') as Value, scope);
    const nGiven = given.get('n');
    const size = nGiven ? sizeOf(parseExpression(nGiven, scope)(documentOf([])), name) : 1;
    const cut = (entries: Ranked[]): Ranked[] => {
      const sorted = entries.sort((left, right) => Buffer.compare(left.key, right.key));
      return end === 'top' ? sorted.slice(0, size) : sorted.slice(-size);
    };
    return (meter) => {
      let entries: Ranked[] = [];
      return {
        add(document) {
          const entry = { key: sortKey(sort, document), output: (output(document) ?? nullValue).detached() };
          if (entries.length < size) meter(entry.key.length + entry.output.end - entry.output.start);
          entries.push(entry);
          if (entries.length > size * 2 + 100) entries = cut(entries);
        },
        result() {
          const outputs = cut(entries).map((entry) => entry.output);
          return many ? arrayOf(outputs) : (outputs[0] ?? nullValue);
        },
      };
    };
  };
}

/** The accumulators on the allow-list. */
export const accumulators: { readonly [name: string]: AccumulatorParser } = {
  ...Object.fromEntries(Object.entries(gatherers).map(([name, create]) => [name, unary(create)])),
  $first: unary(first),
  $last: unary(last),
  $push: unary(gathered('$push', false)),
  $addToSet: unary(gathered('$addToSet', true)),
  $mergeObjects: unary(merging),
  $count: counting,
  $firstN: several((values, size) => values.slice(0, size), false),
  $lastN: several((values, size) => values.slice(-size), false),
  $minN: several(lowest, true),
  $maxN: several(highest, true),
  $top: ranked('top', false),
  $topN: ranked('top', true),
  $bottom: ranked('bottom', false),
  $bottomN: ranked('bottom', true),
};
