import { InvalidInput } from '../errors.ts';

/** One page of figures; the cursor says how many were given already. @throws InvalidInput for another list's cursor */
export function figurePage<Item>(
  items: readonly Item[],
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): { items: Item[]; nextCursor: string | null } {
  const start = cursor === undefined ? 0 : startOf(cursor);
  const end = start + limit;
  return {
    items: items.slice(start, end),
    nextCursor: end < items.length ? Buffer.from(String(end)).toString('base64url') : null,
  };
}

function startOf(cursor: string): number {
  const text = Buffer.from(cursor, 'base64url').toString();
  if (!/^\d{1,9}$/.test(text)) throw InvalidInput.field('/query/cursor', 'is not a cursor given by this list');
  return Number(text);
}
