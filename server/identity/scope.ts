import { isWithin, subtreeRange } from '../divisions/rules.ts';
import { Forbidden } from '../errors.ts';
import type { Caller } from './caller.ts';

/** Matches no record: an account without its producer owns none. */
const nothing = { _id: { $in: [] } };

/**
 * The part of every query that keeps a caller within the own division's subtree, and a producer's account within its own
 * records. `producerField` names the field that holds the owner: `producerId`, or `_id` for producers themselves.
 */
export function withinScope(caller: Caller, producerField = 'producerId'): Record<string, unknown> {
  if (caller.roles.includes('producer')) return caller.producerId ? { [producerField]: caller.producerId } : nothing;
  return { divisionCode: subtreeRange(caller.divisionCode) };
}

/** @throws Forbidden when a record of that division, or of that producer, is not the caller's to write. */
export function requireScope(caller: Caller, record: { divisionCode: string; producerId?: string | undefined }): void {
  const inside = caller.roles.includes('producer')
    ? caller.producerId !== undefined && record.producerId === caller.producerId
    : isWithin(record.divisionCode, caller.divisionCode);
  if (!inside) throw new Forbidden('That record lies outside your division');
}
