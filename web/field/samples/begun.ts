import type { SampleDraft } from '../store/database.ts';

/** The sample that an address asks for: one in work by its number, one of a batch, or whichever is without a batch yet. */
export interface Wanted {
  number?: string;
  batchCode?: string;
}

export function wantedBy(route: string): Wanted {
  const [, page, named] = route.split('/');
  if (!named) return {};
  return page === 'samples' ? { number: named } : { batchCode: decodeURIComponent(named) };
}

/** What was begun of it before: of two batches there are two samples in work. */
export function begunBefore(drafts: readonly SampleDraft[], { number, batchCode }: Wanted): SampleDraft | undefined {
  if (number !== undefined) return drafts.find((draft) => draft.number === number);
  return drafts.find(({ fields }) => (fields.batchCode ?? '') === (batchCode ?? ''));
}
