import { type Connection, Schema, type Types } from 'mongoose';
import { audited } from '../../database/change-log/audited.ts';
import { guarded } from '../../database/guard.ts';
import type { ReportContent } from '../rules/report-content.ts';
import type { reportStates } from './schema.ts';

export interface TestReportRecord {
  _id: Types.ObjectId;
  /** `R2026-000001`: in sequence, no number left out and none given twice. */
  number: string;
  sampleId: Types.ObjectId;
  sampleNumber: string;
  batchCode: string;
  divisionCode: string;
  producerId: Types.ObjectId;
  laboratory?: string;
  state: (typeof reportStates)[number];
  /** Whoever has the paper knows it: it opens the report to the public. */
  checkCode: string;
  issuedBy: string;
  issuedAt: Date;
  /** The report that this one takes the place of, and why (ISO/IEC 17025 7.8.8). */
  replaces?: string;
  replacedBy?: string;
  reason?: string;
  endedAt?: Date;
  /** All that the report says, as it was on the day of issue. */
  content: ReportContent;
}

const testReportSchema = new Schema<TestReportRecord>(
  {
    number: { type: String, required: true, unique: true },
    sampleId: { type: Schema.Types.ObjectId, required: true, index: true },
    sampleNumber: { type: String, required: true },
    batchCode: { type: String, required: true, index: true },
    divisionCode: { type: String, required: true, index: true },
    producerId: { type: Schema.Types.ObjectId, required: true, index: true },
    laboratory: String,
    state: { type: String, required: true },
    checkCode: { type: String, required: true },
    issuedBy: { type: String, required: true },
    issuedAt: { type: Date, required: true },
    replaces: String,
    replacedBy: String,
    reason: String,
    endedAt: Date,
    content: { type: Schema.Types.Mixed, required: true },
  },
  { collection: 'testReports', versionKey: false },
);
testReportSchema.index({ issuedAt: 1 });
guarded(testReportSchema, { resource: 'test-reports' });
audited(testReportSchema, { resource: 'test-reports', secrets: ['checkCode'] });

export function reportModels(connection: Connection) {
  return { TestReport: connection.model<TestReportRecord>('TestReport', testReportSchema) };
}
