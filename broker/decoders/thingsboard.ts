import type { CanonicalReading } from '../ports.ts';
import { type DecodeContext, type Decoded, faultOfArray, type ReadingsDecoder, refused } from './decoded.ts';
import { type Field, leavesOf, type Moment, readFields } from './fields.ts';
import { parseJson } from './json-text.ts';
import { takeVitals } from './vital-fields.ts';

/**
 * ThingsBoard's device telemetry in its four forms: `{ key: value }`, `[{ key: value }, …]`, `{ ts, values }`,
 * `[{ ts, values }, …]`, with `ts` in Unix milliseconds; without it the time of receipt.
 * Attributes are read alike.
 */
export const thingsboard = {
  name: 'ThingsBoard telemetry',
  topics: [
    { who: 'device', topic: 'v1/devices/me/telemetry' },
    { who: 'device', topic: 'v2/t' },
    { who: 'device', topic: 'v1/devices/me/attributes' },
  ],
  needsMapping: true,
  recognizes: () => true,
  decode(payload: Buffer, context: DecodeContext) {
    const parsed = parseJson(payload);
    if (!parsed.ok) return refused(parsed.reason);
    const entries: unknown[] = Array.isArray(parsed.value) ? parsed.value : [parsed.value];
    const fault = faultOfArray(entries, context.largestArray);
    return fault ? refused(fault) : decodeEntries(entries, context);
  },
} satisfies ReadingsDecoder;

function decodeEntries(entries: unknown[], context: DecodeContext): Decoded<CanonicalReading> {
  const decoded: Decoded<CanonicalReading> = { items: [], faults: [] };
  const timeless: Field[] = [];
  for (const [index, entry] of entries.entries()) {
    const place = entries.length > 1 ? `[${index}] ` : '';
    if (!isObject(entry)) decoded.faults.push(`${place}must be an object of keys and values`);
    else if ('ts' in entry && isObject(entry.values)) add(decoded, place, decodeTimed(entry.ts, entry.values, context));
    else if (Object.keys(entry).length === 0) decoded.faults.push(`${place}holds no values`);
    else timeless.push(...leavesOf(entry));
  }
  // Read together, so that a key that comes twice without a time is seen.
  if (timeless.length > 0)
    add(decoded, '', readOthers(timeless, { at: context.arrival, timeSource: 'received' }, context));
  return decoded;
}

function decodeTimed(ts: unknown, values: object, context: DecodeContext): Decoded<CanonicalReading> {
  if (typeof ts !== 'number' || !Number.isSafeInteger(ts) || Math.abs(ts) > 8.64e15)
    return refused('ts: must be a Unix time in milliseconds');
  const moment: Moment = { at: new Date(ts), timeSource: 'device' };
  return readOthers(leavesOf(values), moment, context);
}

/** Without those that tell of the device itself. */
function readOthers(all: Field[], moment: Moment, context: DecodeContext): Decoded<CanonicalReading> {
  const { fields, vitals } = takeVitals(
    all,
    (name) => context.mapping?.fields.some(({ field }) => field === name) ?? false,
  );
  const decoded = vitals && fields.length === 0 ? { items: [], faults: [] } : readFields(fields, moment, context);
  return { ...decoded, ...(vitals && { vitals }) };
}

function add(all: Decoded<CanonicalReading>, place: string, part: Decoded<CanonicalReading>): void {
  if (part.vitals) all.vitals = { ...all.vitals, ...part.vitals };
  all.items.push(...part.items);
  all.faults.push(...part.faults.map((fault) => place + fault));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
