import { type Connection, Schema, type Types } from 'mongoose';
import { audited } from '../database/change-log/audited.ts';

/** How the names that a vendor's firmware gives become metrics; a unit is UCUM, as the firmware sends it. */
export interface FieldMappingRecord {
  sameNames: boolean;
  fields: { field: string; metric?: string; unit?: string; ignored?: boolean }[];
}

export interface DeviceRecord {
  /** The device's own name, which is also its MQTT user name. */
  _id: string;
  name: string;
  kind: string;
  secretHash: string;
  /** Of a device that signs in with an access token instead of id and secret. */
  accessTokenHash?: string;
  /** The gateway that publishes for it, and the name it has there. */
  gatewayId?: string;
  externalId?: string;
  /** Both in one, so that no two devices share them. */
  externalKey?: string;
  mapping?: FieldMappingRecord;
  divisionCode: string;
  producerId?: Types.ObjectId;
  siteId?: Types.ObjectId;
  /** Metrics seen so far, with their canonical units. */
  metrics: { name: string; unit: string }[];
  connection?: { status: 'online' | 'offline'; at: Date };
  createdAt: Date;
}

export interface ReadingRecord {
  /** `device|metric|time`: a repeat is a duplicate key, and a device's series lies in order. */
  _id: string;
  device: string;
  metric: string;
  value: number;
  unit: string;
  at: Date;
  receivedAt: Date;
  timeSource: 'device' | 'network' | 'received';
  sequence?: number;
}

export interface RejectedMessageRecord {
  _id: Types.ObjectId;
  device: string;
  topic: string;
  payload: Buffer;
  reason: string;
  receivedAt: Date;
}

const deviceSchema = new Schema<DeviceRecord>(
  {
    _id: { type: String, required: true },
    name: { type: String, required: true },
    kind: { type: String, required: true },
    secretHash: { type: String, required: true },
    accessTokenHash: { type: String, unique: true, sparse: true },
    gatewayId: { type: String, index: true, sparse: true },
    externalId: String,
    externalKey: { type: String, unique: true, sparse: true },
    mapping: {
      type: {
        sameNames: Boolean,
        fields: [{ field: String, metric: String, unit: String, ignored: Boolean, _id: false }],
      },
      _id: false,
    },
    divisionCode: { type: String, required: true, index: true },
    producerId: Schema.Types.ObjectId,
    siteId: { type: Schema.Types.ObjectId, index: true },
    metrics: [{ name: String, unit: String, _id: false }],
    connection: { type: { status: String, at: Date }, _id: false },
    createdAt: { type: Date, required: true },
  },
  { collection: 'devices' },
);

audited(deviceSchema, {
  resource: 'devices',
  secrets: ['secretHash', 'accessTokenHash'],
  telemetry: ['connection', 'metrics'],
});

const readingSchema = new Schema<ReadingRecord>(
  {
    _id: { type: String, required: true },
    device: { type: String, required: true },
    metric: { type: String, required: true },
    value: { type: Number, required: true },
    unit: { type: String, required: true },
    at: { type: Date, required: true },
    receivedAt: { type: Date, required: true },
    timeSource: { type: String, required: true },
    sequence: Number,
  },
  {
    collection: 'readings',
    versionKey: false,
  },
);
// Mongoose reads this option when it creates the collection; its types do not name it.
readingSchema.set('clusteredIndex' as 'collection', { key: { _id: 1 }, unique: true } as never);

const rejectedMessageSchema = new Schema<RejectedMessageRecord>(
  {
    device: { type: String, required: true, index: true },
    topic: { type: String, required: true },
    payload: { type: Buffer, required: true },
    reason: { type: String, required: true },
    receivedAt: { type: Date, required: true },
  },
  { collection: 'rejected_messages' },
);

export function deviceModels(connection: Connection) {
  return {
    Device: connection.model<DeviceRecord>('Device', deviceSchema),
    Reading: connection.model<ReadingRecord>('Reading', readingSchema),
    RejectedMessage: connection.model<RejectedMessageRecord>('RejectedMessage', rejectedMessageSchema),
  };
}
