import { type Connection, Schema, type Types } from 'mongoose';
import { audited } from '../../database/change-log/audited.ts';
import { guarded } from '../../database/guard.ts';
import type { Bilingual } from '../../http/fields.ts';
import type { Level } from '../model.ts';
import type { TaskState } from './lifecycle.ts';

/** Who must do what by when about a warning. */
export interface WarningTaskRecord {
  _id: Types.ObjectId;
  warningId: Types.ObjectId;
  /** As the warning stood: whoever is given a task need not see the warning. */
  title: Bilingual;
  level: Level;
  /** The division that must do it. */
  divisionCode: string;
  /** A person of it, by user name; absent: whoever is on duty there. */
  assignee?: string;
  what: string;
  dueAt: Date;
  state: TaskState;
  createdBy: string;
  createdAt: Date;
  endedBy?: string;
  endedAt?: Date;
  /** What came of it, or why it was withdrawn. */
  outcome?: string;
  /** When a warning told that it is overdue. */
  overdueToldAt?: Date;
}

const taskSchema = new Schema<WarningTaskRecord>(
  {
    warningId: { type: Schema.Types.ObjectId, required: true, index: true },
    title: { type: { zh: String, en: String }, _id: false, required: true },
    level: { type: String, required: true },
    divisionCode: { type: String, required: true, index: true },
    assignee: String,
    what: { type: String, required: true },
    dueAt: { type: Date, required: true },
    state: { type: String, required: true },
    createdBy: { type: String, required: true },
    createdAt: { type: Date, required: true },
    endedBy: String,
    endedAt: Date,
    outcome: String,
    overdueToldAt: Date,
  },
  { collection: 'warning-tasks' },
);
guarded(taskSchema, { resource: 'warning-tasks' });
audited(taskSchema, { resource: 'warning-tasks' });
taskSchema.index({ state: 1, dueAt: 1 });

export function taskModels(connection: Connection) {
  return { WarningTask: connection.model<WarningTaskRecord>('WarningTask', taskSchema) };
}
