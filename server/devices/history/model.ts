import { type Connection, Schema } from 'mongoose';
import { guarded, unguarded } from '../../database/guard.ts';
import type { Bounds, RollUp } from './roll-up.ts';

export interface RollUpRecord extends RollUp {
  /** `device|metric|beginning` */
  _id: string;
  device: string;
  metric: string;
  unit: string;
  from: Date;
  /** What the seconds beyond were counted against. */
  bounds: Bounds;
  /** Readings in another unit than the first, which are left out. */
  otherUnits: number;
}

/** An hour that has readings which its roll-up may not know. */
export interface DueHourRecord {
  /** `device|metric|beginning|holder.round`: each instance has its own, and after each round another. */
  _id: string;
  device: string;
  metric: string;
  from: Date;
  holder: string;
}

/** An instance of the platform that keeps due hours in memory. */
export interface HolderRecord {
  _id: string;
  until: Date;
}

const amount = { type: Number, required: true };

function rollUpSchema(collection: string) {
  const schema = new Schema<RollUpRecord>(
    {
      _id: { type: String, required: true },
      device: { type: String, required: true },
      metric: { type: String, required: true },
      unit: { type: String, required: true },
      from: { type: Date, required: true },
      bounds: { type: { upper: Number, lower: Number }, _id: false },
      count: amount,
      sum: amount,
      minimum: Number,
      maximum: Number,
      secondsKnown: amount,
      secondsAbove: amount,
      secondsBelow: amount,
      otherUnits: amount,
    },
    { collection, versionKey: false },
  );
  guarded(schema, { resource: 'readings', appended: true });
  return schema;
}

const hourSchema = rollUpSchema('reading_hours');
const daySchema = rollUpSchema('reading_days');

const dueHourSchema = new Schema<DueHourRecord>(
  {
    _id: { type: String, required: true },
    device: { type: String, required: true },
    metric: { type: String, required: true },
    from: { type: Date, required: true },
    holder: { type: String, required: true, index: true },
  },
  { collection: 'reading_hours_due', versionKey: false },
);
unguarded(dueHourSchema, 'which hours are to be rolled up; no request reads it');

const holderSchema = new Schema<HolderRecord>(
  { _id: { type: String, required: true }, until: { type: Date, required: true } },
  { collection: 'reading_hours_holders', versionKey: false },
);
unguarded(holderSchema, 'which instances keep due hours; no request reads it');

export function historyModels(connection: Connection) {
  return {
    Hour: connection.model<RollUpRecord>('ReadingHour', hourSchema),
    Day: connection.model<RollUpRecord>('ReadingDay', daySchema),
    DueHour: connection.model<DueHourRecord>('ReadingHourDue', dueHourSchema),
    Holder: connection.model<HolderRecord>('ReadingHourHolder', holderSchema),
  };
}

/** The key of a roll-up, and the beginning of those of its due marks. */
export function periodKey(device: string, metric: string, from: number): string {
  return `${device}|${metric}|${new Date(from).toISOString()}`;
}
