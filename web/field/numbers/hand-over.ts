import { answerOf, api } from '../api.ts';
import { database, type GivenNumber } from '../store/database.ts';

/**
 * The numbers that the office handed to this person, as the platform knows them, take the place of those that were here.
 * @throws Refused, Unreachable
 */
export async function fetchNumbers(holder: string): Promise<void> {
  const given: GivenNumber[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const query = { holder, unreturned: 'true' as const, limit: 100, ...(cursor && { cursor }) };
    const { data } = await answerOf(api.GET('/api/v1/number-blocks', { params: { query } }));
    for (const { id, kind, unused } of data.items.toReversed())
      for (const number of unused) given.push({ kind, number, block: id, place: given.length });
    cursor = data.nextCursor;
  }
  const transaction = (await database()).transaction('numbers', 'readwrite');
  await Promise.all([transaction.store.clear(), ...given.map((each) => transaction.store.put(each)), transaction.done]);
}

/**
 * Gives back what is not used: everything that bears a number has to be on the platform first.
 * @throws Refused, Unreachable
 */
export async function returnNumbers(holder: string): Promise<void> {
  const blocks = new Set((await (await database()).getAll('numbers')).map(({ block }) => block));
  for (const id of blocks) await answerOf(api.POST('/api/v1/number-blocks/{id}/return', { params: { path: { id } } }));
  await fetchNumbers(holder);
}
