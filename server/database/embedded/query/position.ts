import { items, type, type Value } from '../values/bson.ts';
import type { Filter } from './filter.ts';
import { asksElements, compileElement, compileFilter, compileTest } from './match.ts';
import { visitPath } from './path.ts';

/** Which element of an array made the document match, if it does: what a positional `$` stands for. */
type Located = { matched: boolean; position?: number };
export type Locator = (document: Value) => Located;

function found(position: number | undefined): Located {
  return { matched: true, ...(position === undefined ? {} : { position }) };
}

function locatePath({ path, test }: Extract<Filter, { kind: 'path' }>): Locator {
  const element = test.kind === 'elementsMatch' || test.kind === 'elementMatches' ? compileElement(test) : undefined;
  const matches = compileTest(test);
  return (document) => {
    let located: Located = { matched: false };
    visitPath(document.bytes, document.start, path, asksElements(test), (value, position) => {
      if (!matches(value)) return false;
      // An array met on the way counts before the one `$elemMatch` looked into.
      const inner = element && value?.type === type.array ? items(value).findIndex(element) : undefined;
      located = found(position ?? inner);
      return true;
    });
    return located;
  };
}

function locateAll(locators: readonly Locator[]): Locator {
  return (document) => {
    let position: number | undefined;
    for (const locate of locators) {
      const located = locate(document);
      if (!located.matched) return located;
      // The last condition on an array decides.
      position = located.position ?? position;
    }
    return found(position);
  };
}

export function compileLocator(filter: Filter): Locator {
  switch (filter.kind) {
    case 'path':
      return locatePath(filter);
    case 'and':
      return locateAll(filter.filters.map(compileLocator));
    case 'or': {
      const locators = filter.filters.map(compileLocator);
      return (document) => {
        for (const locate of locators) {
          const located = locate(document);
          if (located.matched) return located;
        }
        return { matched: false };
      };
    }
    default: {
      const matches = compileFilter(filter);
      return (document) => ({ matched: matches(document) });
    }
  }
}
