import { type Connection, Schema, type Types } from 'mongoose';
import { audited } from '../database/change-log/audited.ts';
import { guarded, unguarded } from '../database/guard.ts';
import type { DeviceState, DeviceVerb } from './lifecycle.ts';
import type { ClockSample } from './rules/clock.ts';
import type { SequenceState } from './rules/sequence.ts';

/** How the names that a vendor's firmware gives become metrics; a unit is UCUM, as the firmware sends it. */
export interface FieldMappingRecord {
  sameNames: boolean;
  fields: { field: string; metric?: string; unit?: string; ignored?: boolean }[];
}

/** Where a device stands: at a producer's site, or in a division's store. */
export interface PlacementRecord {
  divisionCode: string;
  producerId?: Types.ObjectId;
  siteId?: Types.ObjectId;
  /** Absent on the first: for as long as anything is known of the device. */
  from?: Date;
  /** Not part of it. Absent: until now. */
  to?: Date;
}

/** What a device, or the network that heard it, last told of the device itself. */
export interface VitalsRecord {
  at: Date;
  /** dBm */
  rssi?: number | undefined;
  /** dB */
  snr?: number | undefined;
  firmware?: string | undefined;
  externalPower?: boolean | undefined;
  /** Of a device behind a gateway: the commands it has announced, and the topic on which the gateway takes them. */
  commands?: { topic: string; takes: string[] } | undefined;
}

export interface DeviceRecord {
  /** The device's own name, which is also its MQTT user name. */
  _id: string;
  name: string;
  kind: string;
  state?: DeviceState;
  history?: { verb: DeviceVerb | 'claim'; by: string; at: Date; reason: string }[];
  secretHash: string;
  /** Signs in until then: the one before a rotation. */
  previousSecret?: { hash: string; until: Date };
  /** A code for which the secret is given out, once. */
  claim?: { hash: string; expiresAt: Date };
  claimFailures?: number;
  /** Of a device that signs in with an access token instead of id and secret. */
  accessTokenHash?: string;
  /** By which it signs in over TLS; by SHA-256 fingerprint, in small hexadecimal digits. Those of a retired one stay taken. */
  certificates?: { fingerprint: string; subject: string; validTo: Date }[];
  /** The gateway that publishes for it, and the name it has there. */
  gatewayId?: string;
  externalId?: string;
  /** Both in one, so that no two devices share them. */
  externalKey?: string;
  mapping?: FieldMappingRecord;
  divisionCode: string;
  producerId?: Types.ObjectId;
  siteId?: Types.ObjectId;
  /** In order and without overlap; the last is the device's own place. */
  placements?: PlacementRecord[];
  /** Metrics seen so far, with their canonical units. */
  metrics: { name: string; unit: string }[];
  connection?: { status: 'online' | 'offline'; at: Date };
  /** When its connections were last ended: it was disabled, retired, or signs in otherwise. */
  cutOffAt?: Date;
  vitals?: VitalsRecord;
  /** When anything last came from it, to the minute. */
  heardAt?: Date;
  /** `2026-05-03`: the last day for which its newest calibration is good; of one that did not conform, its own day. */
  calibrationDueOn?: string;
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

export interface DeliveryCounts {
  stored: number;
  /** Readings that were there already. */
  duplicates: number;
  /** Measured before one that had come earlier. */
  late: number;
  /** Messages that the device numbered and that have not come. */
  missing: number;
  /** Messages kept as rejected, whole or in part. */
  rejected: number;
}

/** How a device's messages arrive; one record for each device. */
export interface DeliveryRecord extends DeliveryCounts {
  _id: string;
  sequence?: SequenceState;
  clock: ClockSample[];
  newestAt?: Date;
  /** Counts the changes of the counter and the clock: each instance changes what it has read, or reads anew. */
  version?: number;
  /** Written at the end of an orderly run: what it says of the counter is complete. */
  clean: boolean;
}

/** When a radio frame was first heard. */
export interface FrameRecord {
  /** `device|frame` */
  _id: string;
  at: Date;
  heardAt: Date;
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
    state: { type: String, index: true },
    history: { type: [{ verb: String, by: String, at: Date, reason: String, _id: false }], default: undefined },
    secretHash: { type: String, required: true },
    previousSecret: { type: { hash: String, until: Date }, _id: false },
    claim: { type: { hash: String, expiresAt: Date }, _id: false },
    claimFailures: Number,
    accessTokenHash: { type: String, unique: true, sparse: true },
    certificates: {
      type: [{ fingerprint: { type: String, unique: true, sparse: true }, subject: String, validTo: Date, _id: false }],
      default: undefined,
    },
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
    placements: {
      type: [
        {
          divisionCode: String,
          producerId: Schema.Types.ObjectId,
          siteId: { type: Schema.Types.ObjectId, index: true },
          from: Date,
          to: Date,
          _id: false,
        },
      ],
      default: undefined,
    },
    metrics: [{ name: String, unit: String, _id: false }],
    connection: { type: { status: String, at: Date }, _id: false },
    cutOffAt: { type: Date, index: { sparse: true } },
    vitals: {
      type: {
        at: Date,
        rssi: Number,
        snr: Number,
        firmware: String,
        externalPower: Boolean,
        commands: { type: { topic: String, takes: [String] }, _id: false },
      },
      _id: false,
    },
    heardAt: { type: Date, index: true },
    calibrationDueOn: { type: String, index: true, sparse: true },
    createdAt: { type: Date, required: true },
  },
  { collection: 'devices' },
);

guarded(deviceSchema, { resource: 'devices' });
audited(deviceSchema, {
  resource: 'devices',
  secrets: ['secretHash', 'previousSecret', 'claim', 'accessTokenHash'],
  telemetry: ['connection', 'vitals', 'claimFailures', 'metrics', 'heardAt', 'calibrationDueOn'],
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
guarded(readingSchema, { resource: 'readings' });
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
guarded(rejectedMessageSchema, { resource: 'rejected-messages' });

const count = { type: Number, default: 0 };

const deliverySchema = new Schema<DeliveryRecord>(
  {
    _id: { type: String, required: true },
    stored: count,
    duplicates: count,
    late: count,
    missing: count,
    rejected: count,
    sequence: {
      type: { highest: Number, highestAt: Number, open: [{ from: Number, to: Number, _id: false }] },
      _id: false,
    },
    clock: [{ minute: Number, ahead: Number, _id: false }],
    newestAt: Date,
    version: Number,
    clean: Boolean,
  },
  { collection: 'device_deliveries', versionKey: false },
);
guarded(deliverySchema, { resource: 'deliveries', appended: true });

const frameSchema = new Schema<FrameRecord>(
  {
    _id: { type: String, required: true },
    at: { type: Date, required: true },
    heardAt: { type: Date, required: true, index: { expireAfterSeconds: 86_400 } },
  },
  { collection: 'radio_frames', versionKey: false },
);
unguarded(frameSchema, 'when a frame was first heard, for the ingest alone; no request reads it');

export function deviceModels(connection: Connection) {
  return {
    Device: connection.model<DeviceRecord>('Device', deviceSchema),
    Reading: connection.model<ReadingRecord>('Reading', readingSchema),
    Delivery: connection.model<DeliveryRecord>('Delivery', deliverySchema),
    Frame: connection.model<FrameRecord>('Frame', frameSchema),
    RejectedMessage: connection.model<RejectedMessageRecord>('RejectedMessage', rejectedMessageSchema),
  };
}
