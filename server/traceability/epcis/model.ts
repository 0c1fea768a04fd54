import { type Connection, Schema, type Types } from 'mongoose';
import { audited } from '../../database/change-log/audited.ts';
import { guarded } from '../../database/guard.ts';
import type { Role } from '../../identity/roles.ts';

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

/** Whoever sent a document: the job is done with the rights that this person had then. */
export interface Sender {
  userId: string;
  username: string;
  roles: Role[];
  divisionCode: string;
  producerId?: string;
  scope?: string[];
  address?: string;
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
    sender: {
      type: {
        userId: String,
        username: String,
        roles: [String],
        divisionCode: String,
        producerId: String,
        scope: { type: [String], default: undefined },
        address: String,
      },
      required: true,
      _id: false,
    },
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

export function epcisModels(connection: Connection) {
  return { CaptureJob: connection.model<CaptureJobRecord>('CaptureJob', jobSchema) };
}
