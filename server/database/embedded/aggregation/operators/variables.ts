import { EngineError } from '../../errors.ts';
import { elements, items, readString, type, type Value } from '../../values/bson.ts';
import { arrayOf, nullValue } from '../../values/build.ts';
import { isNumber, readInteger } from '../../values/numbers.ts';
import {
  type Expression,
  expressionTruth,
  isPresent,
  type Operator,
  type Operators,
  parameters,
  typeName,
} from '../operator.ts';
import { bind, checkVariableName } from '../scope.ts';

/** The name an `as` gives, or `this`. */
function variableName(given: Value | undefined): string {
  if (!given) return 'this';
  if (given.type !== type.string) throw new EngineError(14, "'as' must be a string");
  const name = readString(given);
  checkVariableName(name);
  return name;
}

function inputArray(input: Expression, document: Value, name: string, code: number): Value[] | undefined {
  const value = input(document);
  if (!isPresent(value)) return undefined;
  if (value.type !== type.array)
    throw new EngineError(code, `input to ${name} must be an array not ${typeName(value)}`);
  return items(value);
}

const letOperator: Operator = (operand, scope, build) => {
  if (operand.type !== type.object) throw new EngineError(16874, '$let only supports an object as its argument');
  const given = parameters('$let', operand, ['vars', 'in'], [], 16875);
  const [vars, body] = [given.get('vars'), given.get('in')];
  if (!vars) throw new EngineError(16876, "Missing 'vars' parameter to $let");
  if (!body) throw new EngineError(16877, "Missing 'in' parameter to $let");
  const members = vars.type === type.object ? elements(vars) : [];
  for (const { name } of members) checkVariableName(name);
  const values = members.map(({ value }) => build(value, scope));
  const inner = bind(
    scope,
    members.map(({ name }) => name),
  );
  const expression = build(body, inner.scope);
  return (document) => {
    const computed = values.map((value) => value(document));
    for (const [index, cell] of inner.cells.entries()) cell.value = computed[index];
    return expression(document);
  };
};

const map: Operator = (operand, scope, build) => {
  if (operand.type !== type.object) throw new EngineError(16878, '$map only supports an object as its argument');
  const given = parameters('$map', operand, ['input', 'as', 'in'], [], 16879);
  const [inputValue, body] = [given.get('input'), given.get('in')];
  if (!inputValue) throw new EngineError(16880, "Missing 'input' parameter to $map");
  if (!body) throw new EngineError(16882, "Missing 'in' parameter to $map");
  const input = build(inputValue, scope);
  const inner = bind(scope, [variableName(given.get('as'))]);
  const expression = build(body, inner.scope);
  const [cell] = inner.cells;
  return (document) => {
    const members = inputArray(input, document, '$map', 16883);
    if (!members || !cell) return nullValue;
    return arrayOf(
      members.map((item) => {
        cell.value = item;
        return expression(document) ?? nullValue;
      }),
    );
  };
};

const filter: Operator = (operand, scope, build) => {
  if (operand.type !== type.object) throw new EngineError(28646, '$filter only supports an object as its argument');
  const given = parameters('$filter', operand, ['input', 'as', 'cond', 'limit'], [], 28647);
  const [inputValue, condition, limitValue] = [given.get('input'), given.get('cond'), given.get('limit')];
  if (!inputValue) throw new EngineError(28648, "Missing 'input' parameter to $filter");
  if (!condition) throw new EngineError(28650, "Missing 'cond' parameter to $filter");
  const input = build(inputValue, scope);
  const limitOf = limitValue && build(limitValue, scope);
  const inner = bind(scope, [variableName(given.get('as'))]);
  const accepts = build(condition, inner.scope);
  const [cell] = inner.cells;
  return (document) => {
    const members = inputArray(input, document, '$filter', 28651);
    if (!members || !cell) return nullValue;
    const limit = limitOf?.(document);
    const most = isPresent(limit) ? (isNumber(limit) ? readInteger(limit) : 0n) : undefined;
    if (isPresent(limit) && (most === undefined || most < 1n))
      throw new EngineError(327392, '$filter: limit must be a positive integral number');
    const kept: Value[] = [];
    for (const item of members) {
      if (most !== undefined && BigInt(kept.length) >= most) break;
      cell.value = item;
      if (expressionTruth(accepts(document))) kept.push(item);
    }
    return arrayOf(kept);
  };
};

const reduce: Operator = (operand, scope, build) => {
  if (operand.type !== type.object) throw new EngineError(40075, '$reduce requires an object as an argument');
  const given = parameters('$reduce', operand, ['input', 'initialValue', 'in'], [], 40076);
  const [inputValue, initial, body] = [given.get('input'), given.get('initialValue'), given.get('in')];
  if (!inputValue) throw new EngineError(40077, "$reduce requires 'input' to be specified");
  if (!initial) throw new EngineError(40078, "$reduce requires 'initialValue' to be specified");
  if (!body) throw new EngineError(40079, "$reduce requires 'in' to be specified");
  const input = build(inputValue, scope);
  const start = build(initial, scope);
  const inner = bind(scope, ['this', 'value']);
  const step = build(body, inner.scope);
  const [item, accumulated] = inner.cells;
  return (document) => {
    const value = input(document);
    if (!isPresent(value)) return nullValue;
    if (value.type !== type.array)
      throw new EngineError(40080, `$reduce requires that 'input' be an array, found: ${typeName(value)}`);
    let result = start(document);
    for (const each of items(value)) {
      if (item) item.value = each;
      if (accumulated) accumulated.value = result;
      result = step(document);
    }
    return result;
  };
};

const zip: Operator = (operand, scope, build) => {
  if (operand.type !== type.object) throw new EngineError(34460, '$zip only supports an object as an argument');
  const given = parameters('$zip', operand, ['inputs', 'useLongestLength', 'defaults'], [], 34464);
  const lists = given.get('inputs');
  if (lists?.type !== type.array) throw new EngineError(34461, 'inputs must be an array of expressions');
  if (items(lists).length === 0) throw new EngineError(34465, '$zip requires at least one input array');
  const longest = given.get('useLongestLength');
  if (longest && longest.type !== type.boolean) throw new EngineError(34463, 'useLongestLength must be a bool');
  const wide = longest !== undefined && expressionTruth(longest);
  const defaults = given.get('defaults');
  if (defaults && !wide) throw new EngineError(34466, 'cannot specify defaults unless useLongestLength is true');
  const inputs = items(lists).map((list) => build(list, scope));
  const fallbacks = defaults?.type === type.array ? items(defaults).map((each) => build(each, scope)) : [];
  if (fallbacks.length > 0 && fallbacks.length !== inputs.length)
    throw new EngineError(34467, 'defaults and inputs must have the same length');
  return (document) => {
    const arrays: Value[][] = [];
    for (const input of inputs) {
      const value = input(document);
      if (!isPresent(value)) return nullValue;
      if (value.type !== type.array)
        throw new EngineError(34468, `$zip found a non-array expression in input: ${typeName(value)}`);
      arrays.push(items(value));
    }
    const lengths = arrays.map((array) => array.length);
    const length = wide ? Math.max(...lengths) : Math.min(...lengths);
    return arrayOf(
      Array.from({ length }, (_, at) =>
        arrayOf(arrays.map((array, index) => array[at] ?? fallbacks[index]?.(document) ?? nullValue)),
      ),
    );
  };
};

/** Operators that bind variables to what they compute. */
export const variableOperators: Operators = {
  $let: letOperator,
  $map: map,
  $filter: filter,
  $reduce: reduce,
  $zip: zip,
};
