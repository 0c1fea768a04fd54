interface Conditional {
  item: string;
  producerKinds?: readonly string[];
  onlyWhen?: { item: string; answer: string };
}

/**
 * The items of a checklist that a party is asked: those for its kind, and of those that follow from an answer the ones whose
 * question is asked itself and answered so. A question stands before what follows from it.
 */
export function askedItems<Item extends Conditional>(
  items: readonly Item[],
  producerKind: string,
  answerTo: (item: string) => string | undefined,
): Item[] {
  const asked = new Set<string>();
  for (const { item, producerKinds, onlyWhen } of items) {
    const ofParty = !producerKinds || producerKinds.includes(producerKind);
    const follows = !onlyWhen || (asked.has(onlyWhen.item) && answerTo(onlyWhen.item) === onlyWhen.answer);
    if (ofParty && follows) asked.add(item);
  }
  return items.filter(({ item }) => asked.has(item));
}
