import { Decoder as CborDecoder } from 'cbor-x';
import type { CanonicalReading } from '../ports.ts';
import { senmlUnit } from '../units/spellings.ts';
import { type DecodeContext, type Decoded, faultOfArray, type ReadingsDecoder, refused } from './decoded.ts';
import { type Field, type Moment, readFields } from './fields.ts';
import { parseJson } from './json-text.ts';
import { type ResolvedRecord, resolvePack } from './senml-pack.ts';

const topics = [{ who: 'device', topic: 'agritrace/v1/{own}/readings' }] as const;

/** RFC 8428, section 4.5.3: smaller times are relative to now. */
const RELATIVE_BELOW = 2 ** 28;

/** Sensor Measurement Lists (RFC 8428) in JSON. */
export const senmlJson = {
  name: 'SenML, JSON',
  topics,
  needsMapping: true,
  // The platform's own array of readings names a metric in each; SenML never does.
  recognizes: (payload: Buffer) =>
    first(payload) === '[' && !payload.includes('"metric"') && SENML_LABEL.test(payload.toString()),
  decode(payload: Buffer, context: DecodeContext) {
    const parsed = parseJson(payload);
    return parsed.ok ? decodePack(parsed.value, context) : refused(parsed.reason);
  },
} satisfies ReadingsDecoder;

const SENML_LABEL = /"(bn|bt|bu|bv|n|v|vb|vs|vd)"\s*:/;

/** The same in CBOR: an array (major type 4), which no JSON text begins like; with or without the tag of self-described CBOR. */
export const senmlCbor = {
  name: 'SenML, CBOR',
  topics,
  needsMapping: true,
  recognizes: (payload: Buffer) => (withoutTag(payload)[0] ?? 0) >> 5 === 4,
  decode(payload: Buffer, context: DecodeContext) {
    try {
      return decodePack(inText(cbor.decode(withoutTag(payload))), context);
    } catch (error) {
      return refused(`The message is not valid CBOR: ${error instanceof Error ? error.message : error}`);
    }
  },
} satisfies ReadingsDecoder;

// Numbers of half and single precision become the shortest decimal that they stand for: 4.2, not 4.199999809.
const cbor = new CborDecoder({ mapsAsObjects: false, useRecords: false, useFloat32: 3 });

/** The labels of CBOR maps (RFC 8428, table 4). */
const labels = new Map<unknown, string>([
  [-1, 'bver'],
  [-2, 'bn'],
  [-3, 'bt'],
  [-4, 'bu'],
  [-5, 'bv'],
  [-6, 'bs'],
  [0, 'n'],
  [1, 'u'],
  [2, 'v'],
  [3, 'vs'],
  [4, 'vb'],
  [5, 's'],
  [6, 't'],
  [7, 'ut'],
  [8, 'vd'],
]);

/** Maps with numbers for names as objects with the names of the JSON form. */
function inText(pack: unknown): unknown {
  if (!Array.isArray(pack)) return pack;
  return pack.map((item: unknown) =>
    item instanceof Map
      ? Object.fromEntries([...item].map(([key, value]) => [labels.get(key) ?? String(key), plain(value)]))
      : item,
  );
}

/** Whole numbers of 64 bits come as bigints. */
function plain(value: unknown): unknown {
  return typeof value === 'bigint' ? Number(value) : value;
}

function decodePack(pack: unknown, context: DecodeContext): Decoded<CanonicalReading> {
  if (!Array.isArray(pack)) return refused('A SenML pack is an array of records.');
  const fault = faultOfArray(pack, context.largestArray);
  if (fault) return refused(fault);
  const resolved = resolvePack(pack);
  if (!resolved.ok) return refused(resolved.reason);
  const decoded: Decoded<CanonicalReading> = { items: [], faults: [] };
  const names = new Map<string, string>();
  for (const record of resolved.records) {
    const part = decodeRecord(record, context, names);
    decoded.items.push(...part.items);
    decoded.faults.push(...part.faults);
  }
  if (resolved.records.length === 0) decoded.faults.push('The SenML pack holds no measurement.');
  return withoutTies(decoded);
}

function decodeRecord(
  record: ResolvedRecord,
  context: DecodeContext,
  names: Map<string, string>,
): Decoded<CanonicalReading> {
  const row = context.mapping?.fields.find(({ field }) => field === record.name);
  if (row?.ignored) return { items: [], faults: [] };
  const unread = record.unread.map((kind) => `${record.name}: has a ${kind}, which is not kept`);
  if (record.value === undefined)
    return { items: [], faults: unread.length ? unread : [`${record.name}: has no value`] };
  const field = fieldOf(record, row?.metric, names);
  if (typeof field === 'string') return { items: [], faults: [...unread, `${record.name}: ${field}`] };
  const read = readFields([field], momentOf(record, context), context);
  return { items: read.items, faults: [...unread, ...read.faults] };
}

/** @param names which sensor of the pack has given a metric its values so far; two sensors must not become one series */
function fieldOf(record: ResolvedRecord, mapped: string | undefined, names: Map<string, string>): Field | string {
  const unit = record.unit === undefined ? undefined : senmlUnit(record.unit);
  if (unit === null) return `u: "${record.unit}" is not a SenML unit with a UCUM code`;
  const metric = mapped ?? metricOf(record);
  if (metric === null) return "does not end in a metric's name; map it by its full name";
  const other = names.get(metric);
  if (other !== undefined && other !== record.name)
    return `${other} is a ${metric} as well; map them by their full names`;
  names.set(metric, record.name);
  const given = unit ?? (typeof record.value === 'boolean' ? '1' : undefined);
  return { name: record.name, value: record.value, metric, ...(given !== undefined && { unit: given }) };
}

/** The last part of the record's own name, else of the whole one: `temperature` of `urn:dev:ow:10e2073a01080063:temperature`. */
function metricOf(record: ResolvedRecord): string | null {
  const last = (record.ownName || record.name).split(/[:/]/).at(-1) ?? '';
  return /^[A-Za-z][A-Za-z0-9._-]{0,63}$/.test(last) ? last : null;
}

function momentOf({ time, timed }: ResolvedRecord, context: DecodeContext): Moment {
  const milliseconds = Math.round(time * 1000);
  if (time >= RELATIVE_BELOW) return { at: new Date(milliseconds), timeSource: 'device' };
  return { at: new Date(context.arrival.getTime() + (timed ? milliseconds : 0)), timeSource: 'received' };
}

/** Two values of one metric at one time: the first is taken. */
function withoutTies({ items, faults }: Decoded<CanonicalReading>): Decoded<CanonicalReading> {
  const first = new Map<string, CanonicalReading>();
  const ties: string[] = [];
  for (const reading of items) {
    const key = `${reading.metric} at ${reading.at.toISOString()}`;
    const earlier = first.get(key);
    if (!earlier) first.set(key, reading);
    else if (earlier.value !== reading.value)
      ties.push(`has two values of ${key}: ${earlier.value} and ${reading.value}`);
  }
  return { items: [...first.values()], faults: [...faults, ...ties] };
}

function withoutTag(payload: Buffer): Buffer {
  return payload[0] === 0xd9 && payload[1] === 0xd9 && payload[2] === 0xf7 ? payload.subarray(3) : payload;
}

function first(payload: Buffer): string {
  const begin = String.fromCharCode(payload[0] ?? 0);
  return begin.trim() === '' ? payload.subarray(0, 64).toString('latin1').trimStart().charAt(0) : begin;
}
