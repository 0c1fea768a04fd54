import { type Connection, Schema, type Types } from 'mongoose';
import { audited } from '../../database/change-log/audited.ts';
import { guarded } from '../../database/guard.ts';

/** A person's own calendar feed of deadlines. */
export interface CalendarFeedRecord {
  _id: Types.ObjectId;
  /** SHA-256 of the token in its address. */
  digest: string;
  userId: Types.ObjectId;
  /** The owner's division, by which auditors find the change. */
  divisionCode: string;
  name: string;
  language: 'zh' | 'en';
  createdAt: Date;
  revokedAt?: Date;
}

const calendarFeedSchema = new Schema<CalendarFeedRecord>(
  {
    digest: { type: String, required: true, unique: true },
    userId: { type: Schema.Types.ObjectId, required: true, index: true },
    divisionCode: { type: String, required: true },
    name: { type: String, required: true },
    language: { type: String, required: true },
    createdAt: { type: Date, required: true },
    revokedAt: Date,
  },
  { collection: 'calendar-feeds', versionKey: false },
);
guarded(calendarFeedSchema, { resource: 'calendar-feeds' });
audited(calendarFeedSchema, { resource: 'calendar-feeds', secrets: ['digest'] });

export function calendarFeedModels(connection: Connection) {
  return { CalendarFeed: connection.model<CalendarFeedRecord>('CalendarFeed', calendarFeedSchema) };
}
