import { Types } from 'mongoose';
import type { z } from 'zod';
import { containing } from '../../database/containing.ts';
import { inState } from '../lifecycle.ts';
import type { listDevicesQuery } from './schema.ts';

type Query = Omit<z.infer<typeof listDevicesQuery>, 'limit' | 'cursor'>;

/** The devices that were asked for, as a filter of the collection. */
export function filterOf(query: Query): { $and: Record<string, unknown>[] } {
  const { site, kind, state, gateway, silentSince, calibrationDueBy, text } = query;
  const conditions: Record<string, unknown>[] = [];
  if (site) conditions.push({ siteId: new Types.ObjectId(site) });
  if (kind) conditions.push({ kind });
  if (gateway) conditions.push({ gatewayId: gateway });
  if (state) conditions.push(inState(state));
  else if (silentSince || calibrationDueBy) conditions.push({ state: { $ne: 'retired' } });
  if (silentSince) conditions.push({ $or: [{ heardAt: { $lt: new Date(silentSince) } }, { heardAt: null }] });
  if (calibrationDueBy) conditions.push({ calibrationDueOn: { $lte: calibrationDueBy } });
  if (text) {
    const words = { ...containing(text), $options: 'i' };
    conditions.push({ $or: [{ _id: words }, { name: words }, { externalId: words }] });
  }
  return { $and: [{}, ...conditions] };
}

const fields = { id: '_id', name: 'name', lastSeenAt: 'heardAt', calibrationDueOn: 'calibrationDueOn' } as const;

export function orderOf(sort: Query['sort']): { field: string; order: 'ascending' | 'descending' } {
  const name = sort.replace('-', '') as keyof typeof fields;
  return { field: fields[name], order: sort.startsWith('-') ? 'descending' : 'ascending' };
}
