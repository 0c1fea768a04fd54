import { EngineError, unsupported } from '../errors.ts';
import type { Value } from '../values/bson.ts';

/**
 * Holds a variable's value while the expression that binds it is evaluated. Expressions are evaluated one at a time,
 * so that one cell for each binding in the text is enough.
 */
export type Cell = { value: Value | undefined };

/** What an expression may refer to besides the document: variables, and the time its command began. */
export type Scope = {
  readonly now: number;
  readonly cells: ReadonlyMap<string, Cell>;
  /** Set where there is no document to refer to: in a command's `let`. */
  readonly constant?: true;
};

/** Where no variables are: partial filters, array filters. */
export const emptyScope: Scope = { now: 0, cells: new Map() };

/** The scope inside an expression which binds these names, with their cells in the same order. */
export function bind(scope: Scope, names: readonly string[]): { scope: Scope; cells: Cell[] } {
  const cells = names.map((): Cell => ({ value: undefined }));
  const bound = new Map(scope.cells);
  for (const [index, name] of names.entries()) bound.set(name, cells[index] as Cell);
  return { scope: { ...scope, cells: bound }, cells };
}

/** Names of variables begin with a lower-case letter (or one beyond ASCII); `CURRENT` alone could be bound, too. */
export function checkVariableName(name: string): void {
  if (name === 'CURRENT') throw unsupported('binding the variable $$CURRENT', 168);
  if (!/^[a-z\u0080-\uffff][A-Za-z0-9_\u0080-\uffff]*$/.test(name)) {
    throw new EngineError(9, `'${name}' starts with an invalid character for a user variable name`);
  }
}
