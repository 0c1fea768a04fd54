import { Types } from 'mongoose';
import type { Comparison, Condition } from '../rules/epcis/conditions.ts';

const operators: Record<Comparison, string> = { EQ: '$in', GT: '$gt', GE: '$gte', LT: '$lt', LE: '$lte' };
const tokens = 'epcis.facets.tokens';
const measures = 'epcis.facets.measures';

/** One condition of a query, asked of the stored facets. */
export function filterOf(condition: Exclude<Condition, { kind: 'master-data' }>): Record<string, unknown> {
  switch (condition.kind) {
    case 'has': {
      const exact = { [tokens]: { $in: condition.anyOf } };
      if (condition.like.length === 0) return exact;
      return { $or: [exact, ...condition.like.map((pattern) => ({ [tokens]: { $regex: pattern.source } }))] };
    }
    case 'lacks':
      return { [tokens]: { $ne: condition.token } };
    case 'compares': {
      const { name, comparison, values } = condition;
      const value = comparison === 'EQ' ? { $in: values } : { [operators[comparison]]: values[0] };
      return { [measures]: { $elemMatch: { name, value } } };
    }
    case 'has-or-equals': {
      const exact = { [tokens]: { $in: condition.anyOf } };
      if (condition.values.length === 0) return exact;
      const equal = { [measures]: { $elemMatch: { name: condition.name, value: { $in: condition.values } } } };
      return { $or: [exact, equal] };
    }
    case 'time':
      return {
        [condition.field === 'eventTime' ? 'at' : 'recordedAt']: { [operators[condition.comparison]]: condition.at },
      };
  }
}

export interface Order {
  field: 'at' | 'recordedAt';
  direction: 1 | -1;
}

export interface Position {
  at: Date;
  id: string;
}

/** What comes after an event in the order; events of the same time lie in the order of their ids. */
export function afterFilter({ field, direction }: Order, { at, id }: Position): Record<string, unknown> {
  const beyond = direction === 1 ? '$gt' : '$lt';
  return { $or: [{ [field]: { [beyond]: at } }, { [field]: at, _id: { [beyond]: new Types.ObjectId(id) } }] };
}
