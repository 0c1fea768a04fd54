import type { Model, QueryFilter, SortOrder } from 'mongoose';
import { z } from 'zod';
import { InvalidInput } from '../errors.ts';
import type { Scoped } from './guard.ts';

export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().max(500).optional(),
});

export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** `{ items, nextCursor }` of a resource; `nextCursor` is null on the last page. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  const name = item.meta()?.id;
  const page = z.object({ items: z.array(item), nextCursor: z.string().nullable() });
  return name ? page.meta({ id: `${name}Page` }) : page;
}

/** Reads one page in the order of `_id`; a cursor names the last `_id` already given, so records added meanwhile move nothing. */
export async function findPage<Stored>(
  model: Model<Stored>,
  filter: QueryFilter<Stored>,
  request: { limit: number; cursor?: string | undefined; order: 'ascending' | 'descending' },
  scoped?: Scoped,
): Promise<Page<Stored>> {
  const direction: SortOrder = request.order === 'ascending' ? 1 : -1;
  const after = request.cursor === undefined ? undefined : decodeCursor(model, request.cursor);
  const bound = after === undefined ? {} : { _id: request.order === 'ascending' ? { $gt: after } : { $lt: after } };
  const found = await model
    .find({ $and: [filter, bound] } as QueryFilter<Stored>, null, scoped)
    .sort({ _id: direction })
    .limit(request.limit + 1)
    .lean<(Stored & { _id: unknown })[]>();
  const items = found.slice(0, request.limit);
  const last = found.length > request.limit ? items.at(-1) : undefined;
  return { items, nextCursor: last ? Buffer.from(String(last._id)).toString('base64url') : null };
}

function decodeCursor<Stored>(model: Model<Stored>, cursor: string): unknown {
  const text = Buffer.from(cursor, 'base64url').toString();
  try {
    return model.schema.path('_id').cast(text);
  } catch {
    throw InvalidInput.field('/query/cursor', 'is not a cursor given by this list');
  }
}
