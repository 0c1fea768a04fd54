import { type Connection, Schema, type Types } from 'mongoose';
import type { Pause, termUnits } from '../calendar/index.ts';
import { audited } from '../database/change-log/audited.ts';
import { guarded } from '../database/guard.ts';
import type { Role } from '../identity/roles.ts';
import type { DeadlineState } from './lifecycle.ts';

/** The record that the deadline is about. */
export interface DeadlineSubject {
  /** As its routes are named: `objections`, `inspections`. */
  resource: string;
  id: string;
  /** How people call it: a number, never a person's name. */
  label: string;
  /** One of several of the same kind about one record, such as an instalment. */
  part?: string;
}

/** Who has to see to it: these people, or whoever has the role in the division, or a producer. */
export interface Responsible {
  usernames?: string[];
  role?: Role;
}

export interface DeadlineChange {
  verb: 'extend' | 'suspend' | 'resume' | 'recompute';
  by: string;
  at: Date;
  reason: string;
  /** In units of its term. */
  amount?: number;
  oldDue: Date;
  /** Absent while it is suspended. */
  newDue?: Date;
}

export interface DeadlineRecord {
  _id: Types.ObjectId;
  kind: string;
  subject: DeadlineSubject;
  /** Of whoever has to see to it. */
  divisionCode: string;
  /** Whose record it is about; that producer sees the deadline. */
  producerId?: Types.ObjectId;
  /** Absent: whoever is on duty in the division. */
  responsible?: Responsible;
  /** The event it runs from, in one word. */
  startedBy: string;
  startedAt: Date;
  amount?: number;
  unit?: (typeof termUnits)[number];
  setTo?: Date;
  clause: string;
  extensions: number[];
  pauses: Pause[];
  /** The first moment that is too late; while it is suspended, as it stood before. */
  dueAt: Date;
  lastDay: string;
  provisional: boolean;
  /** When to remind of it next. */
  warnAt?: Date;
  state: DeadlineState;
  changes: DeadlineChange[];
  passedAt?: Date;
  endedAt?: Date;
  /** It was met, but after it was due. */
  late?: boolean;
  /** Why it is void. */
  reason?: string;
  /** Of a deadline that has not ended: one of a kind for each subject. */
  openKey?: string;
  version: number;
  updatedAt: Date;
}

const deadlineSchema = new Schema<DeadlineRecord>(
  {
    kind: { type: String, required: true },
    subject: {
      type: { resource: String, id: String, label: String, part: String },
      _id: false,
      required: true,
    },
    divisionCode: { type: String, required: true, index: true },
    producerId: { type: Schema.Types.ObjectId, index: { sparse: true } },
    responsible: { type: { usernames: { type: [String], default: undefined }, role: String }, _id: false },
    startedBy: { type: String, required: true },
    startedAt: { type: Date, required: true },
    amount: Number,
    unit: String,
    setTo: Date,
    clause: { type: String, required: true },
    extensions: { type: [Number], required: true },
    pauses: [{ from: Date, to: Date, _id: false }],
    dueAt: { type: Date, required: true },
    lastDay: { type: String, required: true },
    provisional: { type: Boolean, required: true },
    warnAt: Date,
    state: { type: String, required: true },
    changes: [
      { verb: String, by: String, at: Date, reason: String, amount: Number, oldDue: Date, newDue: Date, _id: false },
    ],
    passedAt: Date,
    endedAt: Date,
    late: Boolean,
    reason: String,
    openKey: { type: String, index: { unique: true, sparse: true } },
    version: { type: Number, required: true },
    updatedAt: { type: Date, required: true },
  },
  { collection: 'deadlines', versionKey: false },
);
guarded(deadlineSchema, { resource: 'deadlines' });
audited(deadlineSchema, { resource: 'deadlines' });
deadlineSchema.index({ state: 1, dueAt: 1 });
deadlineSchema.index({ state: 1, warnAt: 1 });
deadlineSchema.index({ dueAt: 1, _id: 1 });
deadlineSchema.index({ 'subject.resource': 1, 'subject.id': 1 });

export function deadlineModels(connection: Connection) {
  return { Deadline: connection.model<DeadlineRecord>('Deadline', deadlineSchema) };
}

export type DeadlineModels = ReturnType<typeof deadlineModels>;
