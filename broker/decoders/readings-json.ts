import { z } from 'zod';
import type { CanonicalReading } from '../ports.ts';
import { canonical } from '../units/canonical.ts';
import { spelledUnit } from '../units/spellings.ts';
import { type DecodeContext, decodeEach, describeIssues, type Item, type ReadingsDecoder, refused } from './decoded.ts';
import { doubtAbout, instantText } from './instant.ts';
import { parseJson } from './json-text.ts';

const reading = z.object(
  {
    metric: z
      .string('must be text')
      .regex(/^[A-Za-z][A-Za-z0-9._-]{0,63}$/, 'must be 1 to 64 letters, digits, dots, dashes or underscores'),
    value: z.union([z.number(), z.boolean().transform(Number)], 'must be a finite number'),
    unit: z.string('must be text').min(1, 'must not be empty').max(20, 'must have at most 20 characters').optional(),
    at: instantText.optional(),
    seq: z.int('must be a whole number').nonnegative('must not be negative').optional(),
  },
  'must be an object with metric and value',
);

/** AgriTrace's own format: `{ metric, value, unit?, at?, seq? }` or an array of them. */
export const readingsJson = {
  name: 'AgriTrace readings, JSON',
  topics: [{ who: 'device', topic: 'agritrace/v1/{own}/readings' }],
  needsMapping: false,
  recognizes: () => true,
  decode(payload: Buffer, context: DecodeContext) {
    const parsed = parseJson(payload);
    if (!parsed.ok) return refused(parsed.reason);
    const timeless = new Set<string>();
    return decodeEach(parsed.value, context.largestArray, (item) => decodeOne(item, context, timeless));
  },
} satisfies ReadingsDecoder;

function decodeOne(item: unknown, context: DecodeContext, timeless: Set<string>): Item<CanonicalReading> {
  const checked = reading.safeParse(item);
  if (!checked.success) return { ok: false, fault: describeIssues(checked.error) };
  const { metric, value, unit, at, seq } = checked.data;
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
