import { EngineError } from '../errors.ts';
import { describe } from '../values/describe.ts';
import type { ArrayFilters } from './array-filters.ts';
import { closeNode, MutableArray, type MutableDocument, openArrayAt } from './mutable.ts';
import type { Part } from './path.ts';

export type Positions = {
  /** What `$` stands for: the element by which the query matched; undefined when it matched by none. */
  matched: number | undefined;
  filters: ArrayFilters;
};

function chosenPositions(
  root: MutableDocument,
  before: readonly string[],
  part: Part,
  { filters }: Positions,
): string[] {
  const array = openArrayAt(root, before);
  if (array === undefined)
    throw new EngineError(
      2,
      `The path '${before.join('.')}' must exist in the document in order to apply array updates.`,
    );
  if (!(array instanceof MutableArray)) {
    const shown = `${before.at(-1) ?? ''}: ${describe(closeNode(array))}`;
    throw new EngineError(2, `Cannot apply array updates to non-array element ${shown}`);
  }
  const accepts = part.kind === 'filtered' ? filters.get(part.name) : undefined;
  const chosen: string[] = [];
  for (const [index, item] of array.items.entries()) {
    if (!accepts || accepts(closeNode(item))) chosen.push(String(index));
  }
  return chosen;
}

/** The plain paths a path with `$`, `$[]` and `$[identifier]` stands for in this document. */
export function expandPath(root: MutableDocument, parts: readonly Part[], positions: Positions): string[][] {
  let paths: string[][] = [[]];
  for (const part of parts) {
    if (part.kind === 'name') paths = paths.map((path) => [...path, part.name]);
    else if (part.kind === 'matched') {
      const { matched } = positions;
      if (matched === undefined)
        throw new EngineError(2, 'The positional operator did not find the match needed from the query.');
      paths = paths.map((path) => [...path, String(matched)]);
    } else {
      paths = paths.flatMap((path) =>
        chosenPositions(root, path, part, positions).map((position) => [...path, position]),
      );
    }
  }
  return paths;
}
