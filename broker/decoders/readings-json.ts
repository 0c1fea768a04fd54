import { z } from 'zod';
import type { CanonicalReading } from '../ports.ts';
import { canonical } from '../units/canonical.ts';
import { spelledUnit } from '../units/spellings.ts';
import {
  collect,
  type DecodeContext,
  decodeEach,
  describeIssues,
  type Item,
  type ReadingsDecoder,
  refused,
} from './decoded.ts';
import { doubtAbout, INSTANT, instantText } from './instant.ts';
import { parseJson } from './json-text.ts';
import { hasReading, ownVitals, tellsOfItself } from './own-vitals.ts';

const METRIC = /^[A-Za-z][A-Za-z0-9._-]{0,63}$/;
const LONGEST_UNIT = 20;

/** One reading as a device writes it. */
export const writtenReading = z.object(
  {
    metric: z.string('must be text').regex(METRIC, 'must be 1 to 64 letters, digits, dots, dashes or underscores'),
    value: z.union([z.number(), z.boolean().transform(Number)], 'must be a finite number'),
    unit: z
      .string('must be text')
      .min(1, 'must not be empty')
      .max(LONGEST_UNIT, `must have at most ${LONGEST_UNIT} characters`)
      .optional(),
    at: instantText.optional(),
    seq: z.int('must be a whole number').nonnegative('must not be negative').optional(),
  },
  'must be an object with metric and value',
);

type Written = z.infer<typeof writtenReading>;

/**
 * Whether the schema would take the item as it is, looked at without it: half of a reading's way to the database would be
 * the schema's. What this says no to the schema judges, and describes.
 */
export function isPlainReading(item: unknown): item is Written {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return false;
  const { metric, value, unit, at, seq }: Record<string, unknown> = item as Record<string, unknown>;
  if (typeof metric !== 'string' || !METRIC.test(metric)) return false;
  if (typeof value !== 'number' || !Number.isFinite(value)) return false;
  if (unit !== undefined && !(typeof unit === 'string' && unit.length >= 1 && unit.length <= LONGEST_UNIT))
    return false;
  if (at !== undefined && !(typeof at === 'string' && INSTANT.test(at))) return false;
  return seq === undefined || (Number.isSafeInteger(seq) && (seq as number) >= 0);
}

/**
 * AgriTrace's own format: `{ metric, value, unit?, at?, seq? }` or an array of them. Each may tell of the device as well
 * (`battery`, `rssi`, `snr`, `firmware`), beside a reading or alone.
 */
export const readingsJson = {
  name: 'AgriTrace readings, JSON',
  topics: [{ who: 'device', topic: 'agritrace/v1/{own}/readings' }],
  needsMapping: false,
  recognizes: () => true,
  decode(payload: Buffer, context: DecodeContext) {
    const parsed = parseJson(payload);
    if (!parsed.ok) return refused(parsed.reason);
    const timeless = new Set<string>();
    const readOne = (item: unknown) => decodeOne(item, context, timeless);
    const items: unknown[] = Array.isArray(parsed.value) ? parsed.value : [parsed.value];
    if (items.length > context.largestArray || !items.some(tellsOfItself))
      return decodeEach(parsed.value, context.largestArray, readOne);
    const told = ownVitals(items, context);
    const each = items.map((item) => (tellsOfItself(item) && !hasReading(item) ? null : readOne(item)));
    const readings = collect(each, Array.isArray(parsed.value));
    return { ...told, items: [...readings.items, ...told.items], faults: [...readings.faults, ...told.faults] };
  },
} satisfies ReadingsDecoder;

/** @param timeless the metrics that have come without a time so far */
function decodeOne(item: unknown, context: DecodeContext, timeless: Set<string>): Item<CanonicalReading> {
  const written = isPlainReading(item) ? { success: true as const, data: item } : writtenReading.safeParse(item);
  if (!written.success) return { ok: false, fault: describeIssues(written.error) };
  const { metric, value, unit, at, seq } = written.data;
  const quantity = canonical(metric, value, unit && spelledUnit(unit), unit);
  if (!quantity.ok) return { ok: false, fault: `${quantity.field}: ${quantity.reason}` };
  const time = at === undefined ? context.arrival : new Date(at);
  const doubt = at === undefined ? null : doubtAbout(time, context.receivedAt, context.futureMs);
  if (doubt) return { ok: false, fault: `at: ${doubt}` };
  if (at === undefined && timeless.has(metric))
    return { ok: false, fault: `at: is missing, and the message has another ${metric} without a time` };
  if (at === undefined) timeless.add(metric);
  return {
    ok: true,
    value: {
      device: context.device,
      metric,
      value: quantity.value,
      unit: quantity.unit,
      at: time,
      receivedAt: context.receivedAt,
      timeSource: at === undefined ? 'received' : 'device',
      ...(seq !== undefined && { sequence: seq }),
    },
  };
}
