import { useDeferredValue, useEffect, useState } from 'react';
import type { Producer } from '../api/types.ts';
import { useProducers } from './queries.ts';

const optionOf = ({ id, name, divisionName }: Producer) => ({ value: id, label: `${name} · ${divisionName}` });

/** Producers by what is typed of their name: at once those already known, then the server's. Those that are chosen stay among the options. */
export function useProducerSearch(chosen: readonly string[]) {
  const [typed, search] = useState('');
  const name = useDeferredValue(typed.trim());
  const { items, isFetching } = useProducers(name ? { name } : {});
  const [seen, setSeen] = useState<ReadonlyMap<string, Producer>>(new Map());
  useEffect(() => {
    setSeen((before) => new Map([...before, ...items.map((producer) => [producer.id, producer] as const)]));
  }, [items]);
  const found = isFetching ? [...seen.values()].filter((producer) => producer.name.includes(name)) : items;
  const kept = chosen.filter((id) => found.every((each) => each.id !== id)).flatMap((id) => seen.get(id) ?? []);
  return { options: [...kept, ...found].map(optionOf), search, searching: isFetching };
}
