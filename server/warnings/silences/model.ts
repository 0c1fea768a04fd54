import { type Connection, Schema, type Types } from 'mongoose';
import { audited } from '../../database/change-log/audited.ts';
import { guarded } from '../../database/guard.ts';
import type { silenceKinds } from './schema.ts';

/** For how long, and why, nobody is told of some warnings. They are raised all the same. */
export interface SilenceRecord {
  _id: Types.ObjectId;
  kind: (typeof silenceKinds)[number];
  divisionCode: string;
  ruleId?: string;
  deviceId?: string;
  siteId?: string;
  metric?: string;
  from: Date;
  /** Not part of it. */
  until: Date;
  reason: string;
  createdBy: string;
  createdAt: Date;
  /** It was ended before its time. */
  endedBy?: string;
  endedAt?: Date;
}

const silenceSchema = new Schema<SilenceRecord>(
  {
    kind: { type: String, required: true },
    divisionCode: { type: String, required: true, index: true },
    ruleId: String,
    deviceId: String,
    siteId: String,
    metric: String,
    from: { type: Date, required: true },
    until: { type: Date, required: true, index: true },
    reason: { type: String, required: true },
    createdBy: { type: String, required: true },
    createdAt: { type: Date, required: true },
    endedBy: String,
    endedAt: Date,
  },
  { collection: 'warning-silences' },
);
guarded(silenceSchema, { resource: 'warning-silences' });
audited(silenceSchema, { resource: 'warning-silences' });

export function silenceModels(connection: Connection) {
  return { WarningSilence: connection.model<SilenceRecord>('WarningSilence', silenceSchema) };
}
