import { moveToQueue } from '../store/database.ts';
import type { Finished } from './item.ts';
import { flush, tellChanged } from './useQueue.ts';

/** What is filled in becomes what waits to be sent; the list shows it, and it is sent at once where there is network. */
export async function handIn(done: Finished): Promise<void> {
  await moveToQueue({ ...done, state: 'waiting', filesThere: false });
  tellChanged();
  void flush();
  location.hash = '';
}
