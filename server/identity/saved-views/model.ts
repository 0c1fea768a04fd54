import { Schema, type Types } from 'mongoose';
import { guarded } from '../../database/guard.ts';
import { personal, protectPersonal } from '../../privacy/index.ts';

/** Somebody's convenience, no record of the city's: not in the audit log, and removed when it is removed. */
export interface SavedViewRecord {
  _id: Types.ObjectId;
  userId: Types.ObjectId;
  divisionCode: string;
  /** Of the console, without its beginning: `/producers`. */
  path: string;
  name: string;
  /** The filters of the address. Somebody may have looked for a person by name. */
  query: string;
  createdAt: Date;
}

export const savedViewSchema = new Schema<SavedViewRecord>(
  {
    userId: { type: Schema.Types.ObjectId, required: true },
    divisionCode: { type: String, required: true },
    path: { type: String, required: true },
    name: personal('text', { required: true }),
    query: personal('text', { required: true }),
    createdAt: { type: Date, required: true },
  },
  { collection: 'saved-views', versionKey: false },
);
savedViewSchema.index({ userId: 1, path: 1 });

guarded(savedViewSchema, { resource: 'saved-views' });
protectPersonal(savedViewSchema);
