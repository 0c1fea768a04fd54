import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import { asText } from '../../http/tables/csv.ts';
import type { ReadingRecord } from '../model.ts';
import type { RollUpRecord } from './model.ts';

type Row = Record<string, string | number | undefined>;

const readingColumns = ['device', 'metric', 'at', 'value', 'unit', 'timeSource', 'receivedAt'];
const rollUpColumns = [
  ...['device', 'metric', 'from', 'unit', 'count', 'minimum', 'maximum', 'mean'],
  ...['secondsKnown', 'upperBound', 'secondsAbove', 'lowerBound', 'secondsBelow'],
];

/** Writes readings as they come from the database, no faster than they are taken off. */
export function writeReadings(readings: AsyncIterable<ReadingRecord>, to: Writable): Promise<void> {
  return write(readings, readingColumns, to, ({ device, metric, at, value, unit, timeSource, receivedAt }) => ({
    ...{ device: asText(device), metric: asText(metric), at: at.toISOString(), value, unit: asText(unit) },
    ...{ timeSource, receivedAt: receivedAt.toISOString() },
  }));
}

export function writeRollUps(records: Iterable<RollUpRecord>, to: Writable): Promise<void> {
  return write(records, rollUpColumns, to, (record) => ({
    ...{ device: asText(record.device), metric: asText(record.metric), from: record.from.toISOString() },
    ...{ unit: asText(record.unit), count: record.count, minimum: record.minimum, maximum: record.maximum },
    mean: record.count > 0 ? record.sum / record.count : undefined,
    ...{ secondsKnown: record.secondsKnown, secondsAbove: record.secondsAbove, secondsBelow: record.secondsBelow },
    ...{ upperBound: record.bounds.upper, lowerBound: record.bounds.lower },
  }));
}

async function write<Record>(
  records: AsyncIterable<Record> | Iterable<Record>,
  columns: string[],
  to: Writable,
  rowOf: (record: Record) => Row,
): Promise<void> {
  async function* rows() {
    for await (const record of records) yield rowOf(record);
  }
  // With a byte order mark Excel reads Chinese as it was written.
  await pipeline(Readable.from(rows()), stringify({ header: true, columns, bom: true }), to);
}
