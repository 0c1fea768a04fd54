import { type Connection, Schema, type Types } from 'mongoose';
import { audited } from '../../database/change-log/audited.ts';
import { guarded } from '../../database/guard.ts';
import { type Sender, senderFields } from '../../identity/sender.ts';
import { personal, protectPersonal } from '../../privacy/index.ts';

export interface CaptureFault {
  /** `epcisException:…` */
  type: string;
  title: string;
  status: number;
  detail: string;
  /** The event's place in the document. */
  index: number;
  places: { pointer: string; message: string }[];
}

export interface CaptureJobRecord {
  _id: Types.ObjectId;
  createdAt: Date;
  finishedAt?: Date;
  running: boolean;
  success: boolean;
  captureErrorBehaviour: 'rollback' | 'proceed';
  faults: CaptureFault[];
  sender: Sender;
  /** In JSON, as long as the job runs. */
  document?: string;
  /** The first event that is not done yet; of `proceed` alone. */
  next: number;
  divisionCode: string;
  producerId?: Types.ObjectId;
}

/** A stored question, and who is told when it has new answers. */
export interface NamedQueryRecord {
  _id: Types.ObjectId;
  /** The name, as long as it is in use. */
  key: string;
  name: string;
  /** As they are written in an address, in JSON: their names hold what no field's name may. */
  parameters: string;
  /** Prefix → namespace, in JSON. */
  prefixes: string;
  deletedAt?: Date;
  createdAt: Date;
  divisionCode: string;
  producerId?: Types.ObjectId;
}

export interface SubscriptionRecord {
  _id: Types.ObjectId;
  queryId: Types.ObjectId;
  queryName: string;
  /** May carry a key. Encrypted. */
  dest: string;
  /** Signs what is delivered. Encrypted. */
  signatureToken?: string;
  stream: boolean;
  /** In JSON. */
  schedule?: string;
  reportIfEmpty: boolean;
  sender: Sender;
  /** Everything recorded before it has been delivered. */
  minRecordTime: Date;
  /** Delivered already, and recorded so short a time ago that an earlier one may still come to light. */
  recent: string[];
  lastNotifiedAt?: Date;
  due: Date;
  failures: number;
  lastFault?: string;
  deletedAt?: Date;
  createdAt: Date;
  divisionCode: string;
  producerId?: Types.ObjectId;
}

const jobSchema = new Schema<CaptureJobRecord>(
  {
    createdAt: { type: Date, required: true },
    finishedAt: Date,
    running: { type: Boolean, required: true, index: true },
    success: { type: Boolean, required: true },
    captureErrorBehaviour: { type: String, required: true },
    faults: [
      {
        type: { type: String },
        title: String,
        status: Number,
        detail: String,
        index: Number,
        places: [{ pointer: String, message: String, _id: false }],
        _id: false,
      },
    ],
    sender: { type: senderFields, required: true, _id: false },
    document: String,
    next: { type: Number, required: true },
    divisionCode: { type: String, required: true, index: true },
    producerId: Schema.Types.ObjectId,
  },
  { collection: 'capture_jobs', versionKey: false },
);

guarded(jobSchema, { resource: 'captures' });
// What was captured stands in the log with each event.
audited(jobSchema, { resource: 'captures', telemetry: ['document', 'next'] });

const querySchema = new Schema<NamedQueryRecord>(
  {
    key: { type: String, required: true, unique: true },
    name: { type: String, required: true },
    parameters: { type: String, required: true },
    prefixes: { type: String, required: true },
    deletedAt: Date,
    createdAt: { type: Date, required: true },
    divisionCode: { type: String, required: true, index: true },
    producerId: Schema.Types.ObjectId,
  },
  { collection: 'event_queries' },
);
guarded(querySchema, { resource: 'event-queries' });
audited(querySchema, { resource: 'event-queries' });

const subscriptionSchema = new Schema<SubscriptionRecord>(
  {
    queryId: { type: Schema.Types.ObjectId, required: true, index: true },
    queryName: { type: String, required: true },
    dest: personal('secret', { required: true }),
    signatureToken: personal('secret'),
    stream: { type: Boolean, required: true },
    schedule: String,
    reportIfEmpty: { type: Boolean, required: true },
    sender: { type: senderFields, required: true, _id: false },
    minRecordTime: { type: Date, required: true },
    recent: [String],
    lastNotifiedAt: Date,
    due: { type: Date, required: true, index: true },
    failures: { type: Number, required: true },
    lastFault: String,
    deletedAt: Date,
    createdAt: { type: Date, required: true },
    divisionCode: { type: String, required: true, index: true },
    producerId: Schema.Types.ObjectId,
  },
  { collection: 'event_subscriptions', versionKey: false },
);
guarded(subscriptionSchema, { resource: 'event-queries' });
protectPersonal(subscriptionSchema);
audited(subscriptionSchema, {
  resource: 'event-subscriptions',
  telemetry: ['minRecordTime', 'recent', 'lastNotifiedAt', 'due', 'failures', 'lastFault'],
});

export function epcisModels(connection: Connection) {
  return {
    CaptureJob: connection.model<CaptureJobRecord>('CaptureJob', jobSchema),
    NamedQuery: connection.model<NamedQueryRecord>('EventQuery', querySchema),
    Subscription: connection.model<SubscriptionRecord>('EventSubscription', subscriptionSchema),
  };
}
