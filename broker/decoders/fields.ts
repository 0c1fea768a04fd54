import type { CanonicalReading, MappedField } from '../ports.ts';
import { canonical, isKnownMetric } from '../units/canonical.ts';
import { spelledUnit } from '../units/spellings.ts';
import { type DecodeContext, type Decoded, faultOfArray } from './decoded.ts';
import { doubtAbout } from './instant.ts';

/** A value under the name that a vendor gave it. */
export interface Field {
  name: string;
  value: unknown;
  /** UCUM, where the format says so itself. */
  unit?: string;
  /** The metric by the format's own published vocabulary; a mapping of the device goes before it. */
  metric?: string;
}

/** When the fields were measured, and in which frame they came. */
export type Moment = Pick<CanonicalReading, 'at' | 'timeSource' | 'sequence' | 'frame'>;

const DECIMAL = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;

/**
 * The rule by which a vendor's fields become readings. The device's mapping decides: it names the metric and the unit, or
 * says that the field is not wanted. Without an entry a field is taken when the format itself says metric and unit, or when
 * the mapping says that names and units are the platform's own. Everything else is refused with the reason: a unit is never
 * guessed.
 */
export function readFields(
  fields: readonly Field[],
  moment: Moment,
  context: DecodeContext,
): Decoded<CanonicalReading> {
  if (fields.length === 0) return { items: [], faults: ['holds no values'] };
  const tooMany = faultOfArray(fields, context.largestArray);
  if (tooMany) return { items: [], faults: [tooMany] };
  if (Number.isNaN(moment.at.getTime())) return { items: [], faults: ['time: lies beyond what a date can hold'] };
  const doubt = moment.timeSource === 'received' ? null : doubtAbout(moment.at, context.receivedAt, context.futureMs);
  if (doubt) return { items: [], faults: [`time: ${doubt}`] };
  const decoded: Decoded<CanonicalReading> = { items: [], faults: [] };
  const seen = new Set<string>();
  for (const field of fields) {
    const row = context.mapping?.fields.find((one) => one.field === field.name);
    if (row?.ignored) continue;
    const reading = readField(field, row, moment, context);
    if (typeof reading === 'string') decoded.faults.push(`${field.name}: ${reading}`);
    else if (seen.has(reading.metric)) decoded.faults.push(`${field.name}: is a second ${reading.metric} at one time`);
    else decoded.items.push(reading);
    if (typeof reading !== 'string') seen.add(reading.metric);
  }
  return decoded;
}

function readField(
  field: Field,
  row: MappedField | undefined,
  moment: Moment,
  context: DecodeContext,
): CanonicalReading | string {
  const known = row?.metric ?? field.metric;
  const metric = known ?? (context.mapping?.sameNames && isKnownMetric(field.name) ? field.name : undefined);
  if (metric === undefined)
    return `is not mapped. Say which metric it is and in which unit, or that it is not wanted (POST /api/v1/devices/${context.device}/map)`;
  const value = numberOf(field.value);
  if (value === null) return 'must be a number, true or false';
  const unit = row?.unit === undefined ? field.unit : spelledUnit(row.unit);
  const quantity = canonical(metric, value, unit, row?.unit ?? field.unit);
  if (!quantity.ok) return `${quantity.field}: ${quantity.reason}`;
  const { device, receivedAt } = context;
  return { device, metric, value: quantity.value, unit: quantity.unit, receivedAt, ...moment };
}

function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'boolean') return Number(value);
  return typeof value === 'string' && DECIMAL.test(value.trim()) ? Number(value) : null;
}

/** The leaves of a decoded object: `{ air: { temp: 4 }, ports: [7] }` has the fields `air.temp` and `ports.0`. */
export function leavesOf(value: unknown, name?: string): Field[] {
  if (value === null || typeof value !== 'object') return [{ name: name ?? '', value }];
  const entries = Object.entries(value);
  if (entries.length === 0 && name !== undefined) return [{ name, value }];
  return entries.flatMap(([key, inner]) => leavesOf(inner, name === undefined ? key : `${name}.${key}`));
}
