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
  return { items, nextCursor: last ? cursorAfter(last._id) : null };
}

/** Where a list in the order of `_id` goes on after this record. */
export function cursorAfter(id: unknown): string {
  return Buffer.from(String(id)).toString('base64url');
}

/**
 * One page in the order of a field of texts or times, and of `_id` among equals; what lacks the field comes first when
 * ascending. The cursor holds the last record's place in this order, and no other.
 */
export async function findSortedPage<Stored>(
  model: Model<Stored>,
  filter: QueryFilter<Stored>,
  request: { limit: number; cursor?: string | undefined; field: string; order: 'ascending' | 'descending' },
  scoped?: Scoped,
): Promise<Page<Stored>> {
  const { field, order, limit } = request;
  const bound = request.cursor === undefined ? {} : beyond(field, order, decodePlace(model, request.cursor, field));
  const direction: SortOrder = order === 'ascending' ? 1 : -1;
  const found = await model
    .find({ $and: [filter, bound] } as QueryFilter<Stored>, null, scoped)
    .sort({ [field]: direction, _id: direction })
    .limit(limit + 1)
    .lean<(Stored & { _id: unknown })[]>();
  const items = found.slice(0, limit);
  const last = found.length > limit ? (items.at(-1) as Record<string, unknown> | undefined) : undefined;
  const place = last && JSON.stringify([field, last[field] ?? null, String(last._id)]);
  return { items, nextCursor: place === undefined ? null : Buffer.from(place).toString('base64url') };
}

function beyond(field: string, order: 'ascending' | 'descending', { value, id }: { value: unknown; id: unknown }) {
  const further = order === 'ascending' ? '$gt' : '$lt';
  const amongEquals = { [field]: value, _id: { [further]: id } };
  if (value === null) return order === 'ascending' ? { $or: [{ [field]: { $ne: null } }, amongEquals] } : amongEquals;
  const lacking = order === 'descending' ? [{ [field]: null }] : [];
  return { $or: [{ [field]: { [further]: value } }, ...lacking, amongEquals] };
}

function decodePlace<Stored>(model: Model<Stored>, cursor: string, field: string): { value: unknown; id: unknown } {
  try {
    const [ofField, value, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (ofField !== field || typeof id !== 'string' || !(value === null || typeof value === 'string')) throw noCursor();
    const read = (path: string, text: string): unknown => model.schema.path(path).cast(text);
    return { value: value === null ? null : read(field, value), id: read('_id', id) };
  } catch {
    throw noCursor();
  }
}

function noCursor(): InvalidInput {
  return InvalidInput.field('/query/cursor', 'is not a cursor given by this list');
}

function decodeCursor<Stored>(model: Model<Stored>, cursor: string): unknown {
  const text = Buffer.from(cursor, 'base64url').toString();
  try {
    return model.schema.path('_id').cast(text);
  } catch {
    throw noCursor();
  }
}
