import { type Connection, Schema, type Types } from 'mongoose';
import { audited } from '../../database/change-log/audited.ts';
import { guarded, unguarded } from '../../database/guard.ts';
import { personal, protectPersonal } from '../../privacy/index.ts';
import type { Level } from '../model.ts';
import type { ChannelKind, DeliveryKind } from './kinds.ts';
import type { ChannelState, DeliveryState } from './lifecycle.ts';
import type { DeliveryEvent, Language } from './rules/message.ts';

/** Where warnings of a division go, from a level up. */
export interface ChannelRecord {
  _id: Types.ObjectId;
  name: string;
  kind: ChannelKind;
  divisionCode: string;
  leastLevel: Level;
  language: Language;
  /** A mail address, or an address that holds the robot's key. Encrypted. */
  address: string;
  /** Signs the messages. Encrypted. */
  secret?: string;
  /** What may be shown of the address. */
  reaches: string;
  state: ChannelState;
  createdBy: string;
  createdAt: Date;
}

const channelSchema = new Schema<ChannelRecord>(
  {
    name: { type: String, required: true },
    kind: { type: String, required: true },
    divisionCode: { type: String, required: true, index: true },
    leastLevel: { type: String, required: true },
    language: { type: String, required: true },
    address: personal('secret', { required: true }),
    secret: personal('secret'),
    reaches: { type: String, required: true },
    state: { type: String, required: true },
    createdBy: { type: String, required: true },
    createdAt: { type: Date, required: true },
  },
  { collection: 'warning-channels', versionKey: false },
);
guarded(channelSchema, { resource: 'warning-channels' });
protectPersonal(channelSchema);
audited(channelSchema, { resource: 'warning-channels' });

/** One piece of news of a warning on one way to people: through a channel, by our own broker, or over the streams that are open. */
export interface DeliveryRecord {
  _id: Types.ObjectId;
  /** Of a channel, like its name. */
  channelId?: Types.ObjectId;
  channelName?: string;
  channelKind: DeliveryKind;
  event: DeliveryEvent;
  /** Absent: a test of the channel. */
  warningId?: Types.ObjectId;
  /** The warning's, or of a test the channel's. */
  divisionCode: string;
  state: DeliveryState;
  /** With how many others it went in one message, when it did. */
  inDigestOf?: number;
  attempts: { at: Date; sent: boolean; reason?: string }[];
  /** Absent: nothing is ever to be sent, as over streams. */
  nextAttemptAt?: Date;
  /** Of a publication that the broker took. */
  published?: Published[];
  /** Over streams: which piece of news of the warning; one record holds all who were handed it. */
  newsKey?: string;
  /** Over streams: who was handed it, each the first time. */
  handedTo?: { username: string; at: Date }[];
  createdAt: Date;
}

/** One topic, and how many connected subscribers the broker passed the publication on to. */
export interface Published {
  topic: string;
  subscribers: number;
}

const deliverySchema = new Schema<DeliveryRecord>(
  {
    channelId: Schema.Types.ObjectId,
    channelName: String,
    channelKind: { type: String, required: true },
    event: { type: String, required: true },
    warningId: { type: Schema.Types.ObjectId, index: { sparse: true } },
    divisionCode: { type: String, required: true, index: true },
    state: { type: String, required: true },
    inDigestOf: Number,
    attempts: [{ _id: false, at: Date, sent: Boolean, reason: String }],
    nextAttemptAt: Date,
    published: { type: [{ _id: false, topic: String, subscribers: Number }], default: undefined },
    newsKey: { type: String, index: { unique: true, sparse: true } },
    handedTo: { type: [{ _id: false, username: String, at: Date }], default: undefined },
    createdAt: { type: Date, required: true },
  },
  { collection: 'warning-deliveries', versionKey: false },
);
guarded(deliverySchema, { resource: 'warning-deliveries' });
deliverySchema.index({ state: 1, nextAttemptAt: 1 });
deliverySchema.index({ channelId: 1, _id: 1 });

/** When a channel was last sent to: what its rates are counted by, also over a restart. */
export interface PaceRecord {
  /** The channel's id. */
  _id: Types.ObjectId;
  sentAt: Date[];
}

const paceSchema = new Schema<PaceRecord>(
  { _id: { type: Schema.Types.ObjectId, required: true }, sentAt: [Date] },
  { collection: 'warning-channel-paces', versionKey: false },
);
unguarded(paceSchema, 'when messages went out, and nothing of what they said');

export function deliveryModels(connection: Connection) {
  return {
    Channel: connection.model<ChannelRecord>('WarningChannel', channelSchema),
    Delivery: connection.model<DeliveryRecord>('WarningDelivery', deliverySchema),
    Pace: connection.model<PaceRecord>('WarningChannelPace', paceSchema),
  };
}

export type DeliveryModels = ReturnType<typeof deliveryModels>;
