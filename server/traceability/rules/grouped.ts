/** Each item under its key, in the order of the items; without a key under none. */
export function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string | undefined): Map<string, Item[]> {
  return groupedByAll(items, (item) => [keyOf(item)].flatMap((key) => key ?? []));
}

/** Each item under all its keys. */
export function groupedByAll<Item>(items: readonly Item[], keysOf: (item: Item) => string[]): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items)
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  return groups;
}
