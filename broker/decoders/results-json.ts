import { z } from 'zod';
import type { CanonicalResult } from '../ports.ts';
import { type DecodeContext, decodeEach, describeIssues, type Item, type ResultsDecoder, refused } from './decoded.ts';
import { doubtAbout, instantText } from './instant.ts';
import { parseJsonKeepingDecimals } from './json-text.ts';

const text = (most: number) =>
  z.string('must be text').trim().min(1, 'must not be empty').max(most, `must have at most ${most} characters`);

const result = z.object(
  {
    sample: text(64),
    analyte: text(120),
    value: z
      .string('must be a decimal number, or <LOQ')
      .trim()
      .regex(/^(<\s*(LOQ|LOD|\d+(\.\d+)?)|-?\d+(\.\d+)?([eE][+-]?\d+)?)$/i, 'must be a decimal number, or <LOQ')
      .max(40, 'must have at most 40 characters'),
    unit: text(20),
    method: text(80).optional(),
    invalid: text(200).optional(),
    at: instantText.optional(),
  },
  'must be an object with sample, analyte, value and unit',
);

/** A test device's results: `{ sample, analyte, value, unit, method?, invalid?, at? }` or an array of them. */
export const resultsJson = {
  name: 'AgriTrace results, JSON',
  recognizes: () => true,
  decode(payload: Buffer, context: DecodeContext) {
    const parsed = parseJsonKeepingDecimals(payload);
    if (!parsed.ok) return refused(parsed.reason);
    return decodeEach(parsed.value, context.largestArray, (item) => decodeOne(item, context));
  },
} satisfies ResultsDecoder;

function decodeOne(item: unknown, context: DecodeContext): Item<CanonicalResult> {
  const checked = result.safeParse(item);
  if (!checked.success) return { ok: false, fault: describeIssues(checked.error) };
  const { at, method, invalid, ...said } = checked.data;
  const time = at === undefined ? context.arrival : new Date(at);
  const doubt = at === undefined ? null : doubtAbout(time, context.receivedAt, context.futureMs);
  if (doubt) return { ok: false, fault: `at: ${doubt}` };
  return {
    ok: true,
    value: {
      device: context.device,
      ...said,
      ...(method && { method }),
      ...(invalid && { invalid }),
      at: time,
      receivedAt: context.receivedAt,
    },
  };
}
