import type { Value } from '../values/bson.ts';
import { describe } from '../values/describe.ts';
import type { Change, Missing } from './mutable.ts';

export type Context = {
  /** The document's `_id` for messages. */
  id: Value | undefined;
  now: number;
};

/** An update operator with its operand: what it makes of the value at its path. */
export type Modification = {
  operator: string;
  missing: Missing;
  change(current: Value | undefined, context: Context): Change;
};

export type ModificationParser = (operand: Value, field: string) => Modification;

export function idText({ id }: Context): string {
  return `{_id: ${id ? describe(id) : 'null'}}`;
}

export function modification(
  operator: string,
  change: Modification['change'],
  missing: Missing = 'create',
): Modification {
  return { operator, missing, change };
}
