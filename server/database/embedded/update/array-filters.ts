import { EngineError } from '../errors.ts';
import { type Filter, parseFilter } from '../query/filter.ts';
import { compileFilter, type Matcher } from '../query/match.ts';
import { type as types, type Value } from '../values/bson.ts';
import { documentOf } from '../values/build.ts';

/** For each identifier of `arrayFilters`, what an element must be. */
export type ArrayFilters = ReadonlyMap<string, (element: Value) => boolean>;

function topLevelNames(filter: Filter): string[] {
  if (filter.kind === 'path') return [filter.path.parts[0] as string];
  if (filter.kind === 'not') return topLevelNames(filter.filter);
  return filter.kind === 'expression' ? [] : filter.filters.flatMap(topLevelNames);
}

function identifierOf(filter: Filter): string {
  const [first, ...others] = new Set(topLevelNames(filter));
  if (first === undefined)
    throw new EngineError(9, 'Cannot use an expression without a top-level field name in arrayFilters');
  if (others.length > 0)
    throw new EngineError(
      9,
      `Error parsing array filter :: caused by :: Expected a single top-level field name, found '${first}' and '${others[0]}'`,
    );
  if (!/^[a-z][A-Za-z0-9]*$/.test(first))
    throw new EngineError(
      2,
      `Error parsing array filter :: caused by :: The top-level field name must be an alphanumeric string beginning with a lowercase letter, found '${first}'`,
    );
  return first;
}

export function parseArrayFilters(filters: readonly Value[]): ArrayFilters {
  const parsed = new Map<string, (element: Value) => boolean>();
  for (const each of filters) {
    if (each.type !== types.object)
      throw new EngineError(14, "BSON field 'update.updates.arrayFilters' is the wrong type, expected type 'object'");
    const filter = parseFilter(each);
    const identifier = identifierOf(filter);
    if (parsed.has(identifier))
      throw new EngineError(9, `Found multiple array filters with the same top-level field name ${identifier}`);
    const matches: Matcher = compileFilter(filter);
    parsed.set(identifier, (element) => matches(documentOf([{ name: identifier, value: element }])));
  }
  return parsed;
}
