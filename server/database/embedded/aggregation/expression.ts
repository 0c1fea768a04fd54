import { EngineError, unsupported } from '../errors.ts';
import { elements, items, readField, readString, type, type Value } from '../values/bson.ts';
import { arrayOf, date, documentOf, nullValue } from '../values/build.ts';
import { expressionTruth, operators } from './operators.ts';

/** Gives a document's value, or undefined where MongoDB says «missing». */
export type Expression = (document: Value) => Value | undefined;

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

function parseFieldPath(text: string): Expression {
  if (text === '') throw new EngineError(16872, "'$' by itself is not a valid FieldPath");
  const names = text.split('.');
  if (names.includes('')) throw new EngineError(15998, 'FieldPath field names may not be empty strings.');
  const parts = names.map((name) => Buffer.from(name));
  return (document) => fieldPath(parts, 0, document);
}

function parseVariable(text: string): Expression {
  const [name, ...rest] = text.split('.');
  const path = rest.length === 0 ? undefined : parseFieldPath(rest.join('.'));
  if (name === 'ROOT' || name === 'CURRENT') return path ?? ((document) => document);
  if (name === 'REMOVE' && !path) return () => undefined;
  if (name === 'NOW' && !path) {
    const now = date(Date.now());
    return () => now;
  }
  if (name === 'NOW' || name === 'REMOVE') return () => undefined;
  if (name === 'CLUSTER_TIME' || name === 'USER_ROLES' || name === 'SEARCH_META') {
    throw unsupported(`the variable $$${name}`, 168);
  }
  throw new EngineError(17276, `Use of undefined variable: ${name}`);
}

function parseObject(value: Value): Expression {
  const fields = elements(value);
  const [first] = fields;
  if (first?.name.startsWith('$')) {
    if (fields.length > 1) {
      throw new EngineError(15983, 'an object representing an expression must have exactly one field');
    }
    return parseOperator(first.name, first.value);
  }
  const members = fields.map(({ name, value: member }) => {
    if (name.startsWith('$'))
      throw new EngineError(
        16410,
        `FieldPath field names may not start with '$'. Consider using $getField or $setField.`,
      );
    if (name.includes('.')) throw new EngineError(16405, `FieldPath field names may not contain '.'.`);
    return { name, expression: parseExpression(member) };
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

function parseOperator(name: string, operand: Value): Expression {
  if (name === '$literal' || name === '$const') return () => operand;
  if (name === '$cond') return parseCondition(operand);
  const operator = operators[name];
  if (!operator) throw unsupported(`the expression ${name}`, 168);
  const given = operand.type === type.array ? items(operand) : [operand];
  const { minimum, maximum } = operator;
  if (given.length < minimum || given.length > maximum) {
    const expected = minimum === maximum ? `exactly ${minimum}` : `at least ${minimum}`;
    throw new EngineError(16020, `Expression ${name} takes ${expected} arguments. ${given.length} were passed in.`);
  }
  const operands = given.map(parseExpression);
  return (document) => operator.evaluate(operands, document);
}

function parseCondition(operand: Value): Expression {
  let parts: (Value | undefined)[];
  if (operand.type === type.object) {
    const fields = elements(operand);
    const unknown = fields.find(({ name }) => name !== 'if' && name !== 'then' && name !== 'else');
    if (unknown) throw new EngineError(17083, `Unrecognized parameter to $cond: ${unknown.name}`);
    parts = ['if', 'then', 'else'].map((name) => fields.find((field) => field.name === name)?.value);
  } else parts = operand.type === type.array ? items(operand) : [operand];
  if (parts.length !== 3) {
    throw new EngineError(16020, `Expression $cond takes exactly 3 arguments. ${parts.length} were passed in.`);
  }
  const [condition, then, otherwise] = parts.map((part, index) => {
    if (!part) throw new EngineError(17080 + index, `Missing '${['if', 'then', 'else'][index]}' parameter to $cond`);
    return parseExpression(part);
  }) as [Expression, Expression, Expression];
  return (document) => (expressionTruth(condition(document)) ? then(document) : otherwise(document));
}

/** Parses an aggregation expression; unknown operators are refused before anything is read. */
export function parseExpression(value: Value): Expression {
  if (value.type === type.string) {
    const text = readString(value);
    if (text.startsWith('$$')) return parseVariable(text.slice(2));
    if (text.startsWith('$')) return parseFieldPath(text.slice(1));
    return () => value;
  }
  if (value.type === type.object) return parseObject(value);
  if (value.type !== type.array) return () => value;
  const members = items(value).map(parseExpression);
  return (document) => arrayOf(members.map((member) => member(document) ?? nullValue));
}
