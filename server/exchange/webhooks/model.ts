import { type Connection, Schema, type Types } from 'mongoose';
import { audited } from '../../database/change-log/audited.ts';
import { guarded, unguarded } from '../../database/guard.ts';
import { personal, protectPersonal } from '../../privacy/index.ts';
import type { deliveryStates, WebhookState } from './lifecycle.ts';

/** A system that is told what happens in a division. */
export interface WebhookRecord {
  _id: Types.ObjectId;
  name: string;
  divisionCode: string;
  events: string[];
  /** Encrypted: it may hold a key. */
  address: string;
  /** Signs what is sent. Encrypted. */
  secret: string;
  /** What may be shown of the address. */
  reaches: string;
  state: WebhookState;
  createdBy: string;
  createdAt: Date;
}

const webhookSchema = new Schema<WebhookRecord>(
  {
    name: { type: String, required: true },
    divisionCode: { type: String, required: true, index: true },
    events: { type: [String], required: true },
    address: personal('secret', { required: true }),
    secret: personal('secret', { required: true }),
    reaches: { type: String, required: true },
    state: { type: String, required: true },
    createdBy: { type: String, required: true },
    createdAt: { type: Date, required: true },
  },
  { collection: 'webhooks', versionKey: false },
);
guarded(webhookSchema, { resource: 'webhooks' });
protectPersonal(webhookSchema);
audited(webhookSchema, { resource: 'webhooks' });

/** One event on its way to one system. */
export interface DeliveryRecord {
  _id: Types.ObjectId;
  webhookId: Types.ObjectId;
  /** Of the webhook. */
  divisionCode: string;
  event: string;
  /** What it is about; of a test nothing. */
  record?: { resource: string; id: string; divisionCode?: string };
  happenedAt: Date;
  state: (typeof deliveryStates)[number];
  attempts: { at: Date; sent: boolean; status?: number; reason?: string }[];
  nextAttemptAt: Date;
  createdAt: Date;
}

const deliverySchema = new Schema<DeliveryRecord>(
  {
    webhookId: { type: Schema.Types.ObjectId, required: true },
    divisionCode: { type: String, required: true },
    event: { type: String, required: true },
    record: { type: { resource: String, id: String, divisionCode: String }, _id: false },
    happenedAt: { type: Date, required: true },
    state: { type: String, required: true },
    attempts: [{ _id: false, at: Date, sent: Boolean, status: Number, reason: String }],
    nextAttemptAt: { type: Date, required: true },
    createdAt: { type: Date, required: true },
  },
  { collection: 'webhook-deliveries', versionKey: false },
);
deliverySchema.index({ state: 1, webhookId: 1, _id: 1 });
deliverySchema.index({ webhookId: 1, _id: 1 });
guarded(deliverySchema, { resource: 'webhooks' });

/** How far the log of changes has been read. */
interface ReadingPlace {
  _id: 'webhooks';
  /** The sequence number of the next entry. */
  next: number;
}

const placeSchema = new Schema<ReadingPlace>(
  { _id: { type: String, required: true }, next: { type: Number, required: true } },
  { collection: 'webhook-reading-place', versionKey: false },
);
unguarded(placeSchema, 'a place in the log, and nothing of what it says');

export function webhookModels(connection: Connection) {
  return {
    Webhook: connection.model<WebhookRecord>('Webhook', webhookSchema),
    Delivery: connection.model<DeliveryRecord>('WebhookDelivery', deliverySchema),
    Place: connection.model<ReadingPlace>('WebhookReadingPlace', placeSchema),
  };
}

export type WebhookModels = ReturnType<typeof webhookModels>;
