import { type Expression, parseExpression } from '../aggregation/expression.ts';
import type { Scope } from '../aggregation/scope.ts';
import { elements, items, readString, type, type Value } from '../values/bson.ts';
import { type Path, parsePath } from './path.ts';

/** That a field is equal to what `value` gives without looking at the document. */
export type Equality = { path: Path; value: Expression };

/** A path of the document, as `$a.b` names it. */
function pathOf(operand: Value): Path | undefined {
  const text = operand.type === type.string ? readString(operand) : '';
  return text.startsWith('$') && !text.startsWith('$$') ? parsePath(text.slice(1)) : undefined;
}

/** Constants and variables; what would have to be computed is left to the expression itself. */
function constantOf(operand: Value, scope: Scope): Expression | undefined {
  if (operand.type === type.array) return undefined;
  if (operand.type === type.object && elements(operand)[0]?.name !== '$literal') return undefined;
  const reference = operand.type === type.string ? /^\$\$?([^.]*)/.exec(readString(operand)) : null;
  const isVariable = reference?.[0].startsWith('$$') === true && scope.cells.has(reference[1] ?? '');
  if (reference && !isVariable) return undefined;
  return parseExpression(operand, scope);
}

/**
 * What an `$expr` asks of single fields at least, so that indexes can serve it: `$eq` of a field and a constant or
 * variable, alone or within `$and`. The expression itself must still be asked.
 */
export function equalitiesOf(expression: Value, scope: Scope): Equality[] {
  const [operator, ...others] = expression.type === type.object ? elements(expression) : [];
  if (!operator || others.length > 0 || operator.value.type !== type.array) return [];
  const operands = items(operator.value);
  if (operator.name === '$and') return operands.flatMap((operand) => equalitiesOf(operand, scope));
  const [left, right] = operands;
  if (operator.name !== '$eq' || !left || !right) return [];
  return [
    [left, right],
    [right, left],
  ].flatMap(([field, other]) => {
    const path = pathOf(field as Value);
    const value = path && constantOf(other as Value, scope);
    return path && value ? [{ path, value }] : [];
  });
}
