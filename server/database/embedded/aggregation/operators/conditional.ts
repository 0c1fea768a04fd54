import { EngineError } from '../../errors.ts';
import { elements, items, type, type Value } from '../../values/bson.ts';
import { boolean } from '../../values/build.ts';
import {
  type Expression,
  expressionTruth,
  isPresent,
  listed,
  type Operator,
  type Operators,
  variadic,
} from '../operator.ts';

const condition: Operator = (operand, scope, build) => {
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
  const [asked, then, otherwise] = parts.map((part, index) => {
    if (!part) throw new EngineError(17080 + index, `Missing '${['if', 'then', 'else'][index]}' parameter to $cond`);
    return build(part, scope);
  }) as [Expression, Expression, Expression];
  return (document) => (expressionTruth(asked(document)) ? then(document) : otherwise(document));
};

const switchOperator: Operator = (operand, scope, build) => {
  if (operand.type !== type.object)
    throw new EngineError(40060, '$switch requires an object as an argument, found: a value of another type');
  const branches: { when: Expression; answer: Expression }[] = [];
  let otherwise: Expression | undefined;
  for (const { name, value } of elements(operand)) {
    if (name === 'default') otherwise = build(value, scope);
    else if (name !== 'branches') throw new EngineError(40067, `$switch found an unknown argument: ${name}`);
    else {
      if (value.type !== type.array) throw new EngineError(40061, "$switch expected an array for 'branches'");
      for (const branch of items(value)) {
        if (branch.type !== type.object) throw new EngineError(40062, '$switch expected each branch to be an object');
        const members = elements(branch);
        const unknown = members.find((member) => member.name !== 'case' && member.name !== 'then');
        if (unknown) throw new EngineError(40063, `$switch found an unknown argument to a branch: ${unknown.name}`);
        const [when, then] = ['case', 'then'].map((wanted) => members.find((member) => member.name === wanted)?.value);
        if (!when) throw new EngineError(40064, "$switch requires each branch have a 'case' expression");
        if (!then) throw new EngineError(40065, "$switch requires each branch have a 'then' expression.");
        branches.push({ when: build(when, scope), answer: build(then, scope) });
      }
    }
  }
  if (branches.length === 0) throw new EngineError(40068, '$switch requires at least one branch.');
  return (document) => {
    for (const { when, answer } of branches) if (expressionTruth(when(document))) return answer(document);
    if (otherwise) return otherwise(document);
    throw new EngineError(
      40066,
      '$switch could not find a matching branch for an input, and no default was specified.',
    );
  };
};

/** Conditions and boolean operators; what the answer does not need is not evaluated. */
export const conditionalOperators: Operators = {
  $cond: condition,
  $switch: switchOperator,
  $and: variadic((operands, document) => boolean(operands.every((operand) => expressionTruth(operand(document))))),
  $or: variadic((operands, document) => boolean(operands.some((operand) => expressionTruth(operand(document))))),
  $not: listed(1, 1, ([operand], document) => boolean(!expressionTruth(operand?.(document)))),
  $ifNull: (operand, scope, build, name) => {
    const given = operand.type === type.array ? items(operand) : [operand];
    if (given.length < 2) throw new EngineError(1257300, `$ifNull needs at least two arguments, had: ${given.length}`);
    return listed(2, Number.POSITIVE_INFINITY, (operands, document) => {
      let value: Value | undefined;
      for (const each of operands) {
        value = each(document);
        if (isPresent(value)) return value;
      }
      return value;
    })(operand, scope, build, name);
  },
  $literal: (operand) => () => operand,
  $const: (operand) => () => operand,
};
