import { type Connection, Schema, type Types } from 'mongoose';
import { audited } from '../../database/change-log/audited.ts';
import { guarded } from '../../database/guard.ts';
import type { Graded } from '../rules/grade.ts';
import type { AssessmentState, AssessmentVerb } from './lifecycle.ts';

export interface Contested {
  resource: string;
  id: string;
}

export interface AppealRecord {
  text: string;
  /** The records that should not count, in the producer's view. */
  contested: Contested[];
  by: string;
  at: Date;
  decision?: { outcome: 'upheld' | 'revised'; accepted: Contested[]; reason: string; by: string; at: Date };
}

/** 分级评定 of one producer on one day, with all it was made of. */
export interface AssessmentRecord extends Graded {
  _id: Types.ObjectId;
  producerId: Types.ObjectId;
  /** Masked where it is a person's. */
  producerName: string;
  producerKind: string;
  divisionCode: string;
  /** Counts the assessments of the producer. */
  number: number;
  assessedAt: Date;
  assessedBy: string;
  state: AssessmentState;
  appeal?: AppealRecord;
  /** Of all appeals so far that were right. */
  excluded: Contested[];
  supersedes?: Types.ObjectId;
  /** The producer's id while it holds: a producer has one grade. */
  openKey?: string;
  history: { verb: AssessmentVerb | 'assess' | 'supersede'; by: string; at: Date; reason?: string }[];
  version: number;
}

const contested = [{ resource: String, id: String, _id: false }];
const mixed = { type: Schema.Types.Mixed };

const assessmentSchema = new Schema<AssessmentRecord>(
  {
    producerId: { type: Schema.Types.ObjectId, required: true, index: true },
    producerName: { type: String, required: true },
    producerKind: { type: String, required: true },
    divisionCode: { type: String, required: true, index: true },
    number: { type: Number, required: true },
    assessedAt: { type: Date, required: true },
    assessedBy: { type: String, required: true },
    schemeVersion: { type: Number, required: true },
    from: { type: Date, required: true },
    score: { type: Number, required: true },
    grade: { type: String, required: true },
    inspectionsAYear: { type: Number, required: true },
    points: { type: [mixed], required: true },
    limited: mixed,
    state: { type: String, required: true },
    appeal: mixed,
    excluded: contested,
    supersedes: Schema.Types.ObjectId,
    openKey: { type: String, index: { unique: true, sparse: true } },
    history: { type: [mixed], required: true },
    version: { type: Number, required: true },
  },
  { collection: 'assessments', versionKey: false },
);
guarded(assessmentSchema, { resource: 'assessments' });
audited(assessmentSchema, { resource: 'assessments' });

export function assessmentModels(connection: Connection) {
  return { Assessment: connection.model<AssessmentRecord>('Assessment', assessmentSchema) };
}
