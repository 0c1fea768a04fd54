import type { QueueItem } from '../queue/item.ts';
import type { GivenNumber, SampleDraft } from '../store/database.ts';

/** What bears numbers on this phone, whether it is in work or handed in. */
export interface OnThisPhone {
  drafts: readonly SampleDraft[];
  queue: readonly QueueItem[];
}

/** The seals of every sample on this phone but one; of the one that nothing was written on yet none. */
export function sealsInUse({ drafts, queue }: OnThisPhone, except?: string): Set<string> {
  const ofDrafts = drafts
    .filter(({ number }) => number !== except)
    .flatMap(({ fields }) => [fields.sealNumber, fields.retainedSeal]);
  const ofQueue = queue.flatMap((item) =>
    item.kind === 'sample' && item.state !== 'refused' ? [item.body.sealNumber, item.body.retained?.sealNumber] : [],
  );
  return new Set([...ofDrafts, ...ofQueue].flatMap((seal) => (seal?.trim() ? [seal.trim()] : [])));
}

/** What was handed to this person and stands on nothing yet, in the order in which it was handed out. */
export function freeNumbers(given: readonly GivenNumber[], kind: GivenNumber['kind'], phone: OnThisPhone): string[] {
  const taken =
    kind === 'seal'
      ? sealsInUse(phone)
      : new Set([...phone.drafts.map(({ number }) => number), ...phone.queue.map(({ id }) => id)]);
  return given
    .filter((each) => each.kind === kind && !taken.has(each.number))
    .toSorted((a, b) => a.place - b.place)
    .map(({ number }) => number);
}
