import type { Checklist } from '../../api/types.ts';

type Item = Checklist['items'][number];
export type Answers = Partial<Record<string, string>>;

/** The items that this producer is asked, given what is answered so far. */
export function askedItems(items: readonly Item[], producerKind: string, answers: Answers): Item[] {
  return items.filter(
    ({ producerKinds, onlyWhen }) =>
      (!producerKinds || producerKinds.includes(producerKind)) &&
      (!onlyWhen || answers[onlyWhen.item] === onlyWhen.answer),
  );
}
