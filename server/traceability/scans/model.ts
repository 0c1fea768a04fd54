import { type Connection, Schema } from 'mongoose';
import { unguarded } from '../../database/guard.ts';

/** A visitor is counted once a day. */
export interface ScanRecord {
  /** `day|batch|visitor`, the visitor as a digest under the day's key. */
  _id: string;
  expiresAt: Date;
}

/** With a day's key its digests could be told from addresses: it goes with the day. */
export interface ScanKeyRecord {
  /** The day in China, `2026-05-03`. */
  _id: string;
  key: string;
  expiresAt: Date;
}

export interface ScanCountRecord {
  /** The batch's code. */
  _id: string;
  count: number;
  firstAt: Date;
  lastAt: Date;
}

/** How often a code was opened in one place on one day. */
export interface ScanPlaceRecord {
  /** `day|batch|longitude|latitude` */
  _id: string;
  batchCode: string;
  /** WGS-84 degrees, to a tenth. */
  longitude: number;
  latitude: number;
  count: number;
  lastAt: Date;
  expiresAt: Date;
}

const expiresAt = { type: Date, required: true, index: { expireAfterSeconds: 0 } };

const scanSchema = new Schema<ScanRecord>(
  { _id: { type: String, required: true }, expiresAt },
  { collection: 'scans', versionKey: false },
);
unguarded(scanSchema, 'digests that mean nothing after their day; no request reads them');

const scanKeySchema = new Schema<ScanKeyRecord>(
  { _id: { type: String, required: true }, key: { type: String, required: true }, expiresAt },
  { collection: 'scan_keys', versionKey: false },
);
unguarded(scanKeySchema, 'the key of a day, which no request reads');

const scanCountSchema = new Schema<ScanCountRecord>(
  {
    _id: { type: String, required: true },
    count: { type: Number, required: true },
    firstAt: { type: Date, required: true },
    lastAt: { type: Date, required: true },
  },
  { collection: 'scan_counts', versionKey: false },
);
unguarded(scanCountSchema, 'how often a code was opened: public by design');

const scanPlaceSchema = new Schema<ScanPlaceRecord>(
  {
    _id: { type: String, required: true },
    batchCode: { type: String, required: true },
    longitude: { type: Number, required: true },
    latitude: { type: Number, required: true },
    count: { type: Number, required: true },
    lastAt: { type: Date, required: true },
    expiresAt,
  },
  { collection: 'scan_places', versionKey: false },
);
scanPlaceSchema.index({ batchCode: 1, lastAt: 1 });
unguarded(scanPlaceSchema, 'counts of a batch by town, behind the warning about copied codes');

export function scanModels(connection: Connection) {
  return {
    Scan: connection.model<ScanRecord>('Scan', scanSchema),
    ScanKey: connection.model<ScanKeyRecord>('ScanKey', scanKeySchema),
    ScanCount: connection.model<ScanCountRecord>('ScanCount', scanCountSchema),
    ScanPlace: connection.model<ScanPlaceRecord>('ScanPlace', scanPlaceSchema),
  };
}

export type ScanModels = ReturnType<typeof scanModels>;
