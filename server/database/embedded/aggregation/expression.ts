import { EngineError, unsupported } from '../errors.ts';
import { elements, items, readField, readString, type, type Value } from '../values/bson.ts';
import { arrayOf, date, documentOf, nullValue } from '../values/build.ts';
import { noExpression } from './elsewhere.ts';
import type { Expression } from './operator.ts';
import { operators } from './operators/index.ts';
import { bind, checkVariableName, emptyScope, type Scope } from './scope.ts';

export type { Expression };

function fieldPath(parts: Buffer[], from: number, document: Value): Value | undefined {
  let current = document;
  for (let index = from; index < parts.length; index++) {
    if (current.type === type.array) return throughArray(parts, index, current);
    if (current.type !== type.object) return undefined;
    const next = readField(current.bytes, current.start, parts[index] as Buffer);
    if (next === undefined) return undefined;
    current = next;
  }
  return current;
}

/** Fields of an array's documents, as an array; positions do not count and nested arrays are left out. */
function throughArray(parts: Buffer[], from: number, array: Value): Value {
  const found = items(array).map((item) => (item.type === type.object ? fieldPath(parts, from, item) : undefined));
  return arrayOf(found.filter((value) => value !== undefined));
}

function pathParts(text: string): Buffer[] {
  const names = text.split('.');
  if (names.includes('')) throw new EngineError(15998, 'FieldPath field names may not be empty strings.');
  const dollar = names.find((name) => name.startsWith('$'));
  if (dollar !== undefined)
    throw new EngineError(
      16410,
      `FieldPath field names may not start with '$'. Consider using $getField or $setField. Field: ${dollar}`,
    );
  return names.map((name) => Buffer.from(name));
}

/** A command's `let` is evaluated before any document is read. */
function checkDocument(scope: Scope): void {
  if (!scope.constant) return;
  throw new EngineError(
    4890500,
    'Command let Expression tried to access a field, but this is not allowed as Command let Expressions run before the query examines any documents.',
  );
}

function parseFieldPath(text: string, scope: Scope): Expression {
  checkDocument(scope);
  if (text === '') throw new EngineError(16872, "'$' by itself is not a valid FieldPath");
  const parts = pathParts(text);
  return (document) => fieldPath(parts, 0, document);
}

function parseVariable(text: string, scope: Scope): Expression {
  const [name = '', ...rest] = text.split('.');
  const parts = rest.length === 0 ? [] : pathParts(rest.join('.'));
  const within = (read: Expression): Expression =>
    parts.length === 0
      ? read
      : (document) => {
          const value = read(document);
          return value && fieldPath(parts, 0, value);
        };
  const cell = scope.cells.get(name);
  if (cell) return within(() => cell.value);
  if (name === 'ROOT' || name === 'CURRENT') {
    checkDocument(scope);
    return within((document) => document);
  }
  if (name === 'REMOVE') return () => undefined;
  if (name === 'NOW') {
    const now = date(scope.now);
    return within(() => now);
  }
  if (['CLUSTER_TIME', 'USER_ROLES', 'SEARCH_META', 'JS_SCOPE', 'IS_MR', 'SBE_PIPELINE'].includes(name)) {
    throw unsupported(`the variable $$${name}`, 168);
  }
  throw new EngineError(17276, `Use of undefined variable: ${name}`);
}

function parseObject(value: Value, scope: Scope): Expression {
  const fields = elements(value);
  const [first] = fields;
  if (first?.name.startsWith('$')) {
    if (fields.length > 1) {
      throw new EngineError(15983, 'an object representing an expression must have exactly one field');
    }
    const operator = Object.hasOwn(operators, first.name) ? operators[first.name] : undefined;
    if (!operator) throw noExpression(first.name);
    return operator(first.value, scope, parseExpression, first.name);
  }
  const members = fields.map(({ name, value: member }) => {
    if (name.startsWith('$'))
      throw new EngineError(
        16410,
        `FieldPath field names may not start with '$'. Consider using $getField or $setField.`,
      );
    if (name.includes('.')) throw new EngineError(16405, `FieldPath field names may not contain '.'.`);
    return { name, expression: parseExpression(member, scope) };
  });
  return (document) => {
    const built: { name: string; value: Value }[] = [];
    for (const { name, expression } of members) {
      const result = expression(document);
      if (result !== undefined) built.push({ name, value: result });
    }
    return documentOf(built);
  };
}

/** Parses an aggregation expression; unknown operators are refused before anything is read. */
export function parseExpression(value: Value, scope: Scope): Expression {
  if (value.type === type.string) {
    const text = readString(value);
    if (text.startsWith('$$')) return parseVariable(text.slice(2), scope);
    if (text.startsWith('$')) return parseFieldPath(text.slice(1), scope);
    return () => value;
  }
  if (value.type === type.object) return parseObject(value, scope);
  if (value.type !== type.array) return () => value;
  const members = items(value).map((item) => parseExpression(item, scope));
  return (document) => arrayOf(members.map((member) => member(document) ?? nullValue));
}

/** A command's `let`: constants for all its expressions, evaluated before any document is read. */
export function commandScope(variables: Value | undefined, now: number): Scope {
  if (!variables) return { ...emptyScope, now };
  const members = elements(variables);
  for (const { name } of members) checkVariableName(name);
  const { scope, cells } = bind(
    { now, cells: new Map() },
    members.map(({ name }) => name),
  );
  const nothing = documentOf([]);
  for (const [index, { value }] of members.entries()) {
    // A later variable may use the earlier ones.
    const earlier: Scope = { now, cells: new Map([...scope.cells].slice(0, index)), constant: true };
    const cell = cells[index];
    if (cell) cell.value = parseExpression(value, earlier)(nothing);
  }
  return scope;
}
