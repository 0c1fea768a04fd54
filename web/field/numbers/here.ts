import { database, type GivenNumber } from '../store/database.ts';
import type { OnThisPhone } from './numbers.ts';

/** The numbers that were taken along, and what of this phone may bear them. */
export async function numbersHere(): Promise<{ given: GivenNumber[]; phone: OnThisPhone }> {
  const store = await database();
  const [given, drafts, queue] = await Promise.all([
    store.getAll('numbers'),
    store.getAll('sampleDrafts'),
    store.getAll('queue'),
  ]);
  return { given, phone: { drafts, queue } };
}
