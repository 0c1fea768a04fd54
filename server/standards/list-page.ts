import type { Page } from '../database/page.ts';
import { InvalidInput } from '../errors.ts';

/** A part of a list that stands in memory, in its order; the cursor names the last item given. @throws InvalidInput */
export function pageOfList<Item>(
  list: readonly Item[],
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Page<Item> {
  const start = cursor === undefined ? 0 : indexOf(cursor);
  const items = list.slice(start, start + limit);
  const next = start + items.length;
  return { items, nextCursor: next < list.length ? Buffer.from(String(next)).toString('base64url') : null };
}

function indexOf(cursor: string): number {
  const text = Buffer.from(cursor, 'base64url').toString();
  if (!/^\d{1,6}$/.test(text)) throw InvalidInput.field('/query/cursor', 'is not a cursor given by this list');
  return Number(text);
}
