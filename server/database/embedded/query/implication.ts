import { items, sameBytes, type, type Value } from '../values/bson.ts';
import { documentOf } from '../values/build.ts';
import { compareValues, typeClass } from '../values/compare.ts';
import type { Filter } from './filter.ts';
import { compileFilter } from './match.ts';
import { parsePath } from './path.ts';

type PathFilter = Extract<Filter, { kind: 'path' }>;

/** Whether a document whose field has this value certainly passes the partial filter's test. */
function valuePasses(value: Value, partial: PathFilter): boolean {
  if (value.type === type.null || value.type === type.array || value.type === type.undefined) return false;
  const test: Filter = { kind: 'path', path: parsePath('v'), test: partial.test };
  return compileFilter(test)(documentOf([{ name: 'v', value }]));
}

function rangeImplies(query: PathFilter, partial: PathFilter): boolean {
  if (query.test.kind !== 'compare' || partial.test.kind !== 'compare') return false;
  const { operator, operand } = query.test;
  if (typeClass(operand.type) !== typeClass(partial.test.operand.type)) return false;
  const order = compareValues(operand, partial.test.operand);
  const strict = operator === '$gt' || operator === '$lt';
  const goal = partial.test.operator;
  if (operator.startsWith('$g'))
    return (goal === '$gt' && (order > 0 || (order === 0 && strict))) || (goal === '$gte' && order >= 0);
  return (goal === '$lt' && (order < 0 || (order === 0 && strict))) || (goal === '$lte' && order <= 0);
}

/** A comparison with null, or across all types, finds missing fields, too. */
function existenceImplied(query: PathFilter): boolean {
  const { test } = query;
  if (test.kind === 'compare') return ![type.null, type.minKey, type.maxKey].some((each) => each === test.operand.type);
  if (test.kind === 'in') return test.operands.every((operand) => operand.type !== type.null);
  return test.kind !== 'modulo' && test.kind !== 'bits';
}

function implies(query: Filter, partial: Filter): boolean {
  if (query.kind !== 'path' || partial.kind !== 'path' || query.path.text !== partial.path.text) return false;
  if (query.test.kind === 'same') return false;
  if (partial.test.kind === 'exists') return existenceImplied(query);
  const { test } = query;
  if (test.kind === 'type' && partial.test.kind === 'type') {
    const allowed = partial.test.types;
    return [...test.types].every((code) => allowed.has(code));
  }
  if (partial.test.kind !== 'compare' && partial.test.kind !== 'in' && partial.test.kind !== 'type') return false;
  if (test.kind === 'compare' && test.operator === '$eq') {
    if (
      partial.test.kind === 'compare' &&
      partial.test.operator === '$eq' &&
      sameBytes(test.operand, partial.test.operand)
    ) {
      return test.operand.type !== type.array || items(test.operand).length > 0;
    }
    return valuePasses(test.operand, partial);
  }
  if (test.kind === 'in' && test.patterns.length === 0)
    return test.operands.every((operand) => valuePasses(operand, partial));
  return test.kind === 'compare' && rangeImplies(query, partial);
}

/** Whether every document the query finds is certainly in an index with that partial filter. */
export function impliesPartial(query: readonly Filter[], partial: Filter): boolean {
  if (partial.kind === 'and') return partial.filters.every((each) => impliesPartial(query, each));
  if (partial.kind === 'or') return partial.filters.some((each) => impliesPartial(query, each));
  return query.some((conjunct) => implies(conjunct, partial));
}
