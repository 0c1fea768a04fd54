import rows from '../data/webhook-events.json' with { type: 'json' };
import type { EventRow } from './rules/domain-event.ts';

export const eventRows: readonly EventRow[] = rows;

export const eventTypes = rows.map(({ type }) => type) as [string, ...string[]];
