import { type Connection, Schema, type Types } from 'mongoose';
import { audited } from '../../database/change-log/audited.ts';
import { guarded } from '../../database/guard.ts';
import { type Sender, senderFields } from '../../identity/sender.ts';
import { personal, protectPersonal } from '../../privacy/index.ts';
import type { RegisterImportState } from './lifecycle.ts';
import type { ImportedRegister, Outcome, RowReport } from './schema.ts';

/** A table on its way into a register. */
export interface RegisterImportRecord {
  _id: Types.ObjectId;
  register: ImportedRegister;
  /** SHA-256 of the file. */
  digest: string;
  state: RegisterImportState;
  /** In the whole table. */
  rows: number;
  /** Rows that were tried or, once it is being stored, are stored. */
  done: number;
  counts: Record<Outcome, number>;
  /** The part that comes next. */
  next: number;
  /** With whose rights the rows are tried and stored. */
  sender: Sender;
  divisionCode: string;
  createdBy: string;
  createdAt: Date;
  endedAt?: Date;
}

const importSchema = new Schema<RegisterImportRecord>(
  {
    register: { type: String, required: true },
    digest: { type: String, required: true },
    state: { type: String, required: true, index: true },
    rows: { type: Number, required: true },
    done: { type: Number, required: true },
    counts: {
      type: { created: Number, updated: Number, unchanged: Number, refused: Number },
      required: true,
      _id: false,
    },
    next: { type: Number, required: true },
    sender: { type: senderFields, required: true, _id: false },
    divisionCode: { type: String, required: true, index: true },
    createdBy: { type: String, required: true },
    createdAt: { type: Date, required: true },
    endedAt: Date,
  },
  { collection: 'register-imports', versionKey: false },
);
guarded(importSchema, { resource: 'register-imports' });
audited(importSchema, { resource: 'register-imports', telemetry: ['done', 'next'] });

/** Rows that are stored together or not at all. */
export interface ImportPartRecord {
  _id: Types.ObjectId;
  importId: Types.ObjectId;
  /** Of the import. */
  divisionCode: string;
  index: number;
  lastLine: number;
  /** The rows as they were read, in JSON, as long as the import runs. Encrypted: they name people. */
  content?: string;
  stored: boolean;
  /** None before they were tried. */
  reports: { line: number; outcome: Outcome; faults: RowReport['errors'] }[];
}

const partSchema = new Schema<ImportPartRecord>(
  {
    importId: { type: Schema.Types.ObjectId, required: true },
    divisionCode: { type: String, required: true },
    index: { type: Number, required: true },
    lastLine: { type: Number, required: true },
    content: personal('secret'),
    stored: { type: Boolean, required: true },
    reports: [
      {
        _id: false,
        line: Number,
        outcome: String,
        faults: [{ _id: false, column: String, message: String, text: { zh: String, en: String } }],
      },
    ],
  },
  { collection: 'register-import-parts', versionKey: false },
);
partSchema.index({ importId: 1, index: 1 }, { unique: true });
guarded(partSchema, { resource: 'register-imports' });
protectPersonal(partSchema);

export function registerImportModels(connection: Connection) {
  return {
    Import: connection.model<RegisterImportRecord>('RegisterImport', importSchema),
    Part: connection.model<ImportPartRecord>('RegisterImportPart', partSchema),
  };
}

export type RegisterImportModels = ReturnType<typeof registerImportModels>;
