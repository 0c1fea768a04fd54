import type { Checklist } from '../api.ts';
import type { Draft } from '../store/database.ts';

type Item = Checklist['items'][number];

/** The items that this party is asked, by its kind and by what was answered so far. */
export function askedOf(checklist: Checklist, producerKind: string, answers: Draft['answers']): Item[] {
  const ofParty = checklist.items.filter(({ producerKinds }) => !producerKinds || producerKinds.includes(producerKind));
  const asked = new Set<string>();
  for (const { item, onlyWhen } of ofParty)
    if (!onlyWhen || (asked.has(onlyWhen.item) && answers[onlyWhen.item]?.answer === onlyWhen.answer)) asked.add(item);
  return ofParty.filter(({ item }) => asked.has(item));
}
