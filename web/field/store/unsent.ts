import { isUnfinished } from '../queue/item.ts';
import { database } from './database.ts';

/** How much of what was done here is not on the platform: nobody may clear it away. */
export async function countUnsent(): Promise<number> {
  const store = await database();
  const [queue, drafts, samples] = await Promise.all([
    store.getAll('queue'),
    store.count('drafts'),
    store.count('sampleDrafts'),
  ]);
  return queue.filter(isUnfinished).length + drafts + samples;
}
