import { type Connection, Schema, type Types } from 'mongoose';
import { audited } from '../../database/change-log/audited.ts';
import { guarded } from '../../database/guard.ts';
import type { Finding, GivenAnswer } from '../rules/checklist.ts';
import type { InspectionState, InspectionVerb } from './lifecycle.ts';
import type { inspectionKinds } from './schema.ts';

/** What an inspector handed in on the spot. */
export interface Submission {
  answers: GivenAnswer[];
  begunAt: Date;
  /** By the device's own clock. */
  finishedAt: Date;
  point?: { longitude: number; latitude: number };
  /** SHA-256 of photographs that are added as attachments once the network allows it. */
  photos: string[];
  /** Of each: what it shows, when and where it was taken. */
  photoDetails?: PhotoDetail[];
  /** How far the device's clock was ahead of the platform's when they last met. */
  clockAheadSeconds?: number;
}

export interface PhotoDetail {
  sha256: string;
  item?: string;
  takenAt: Date;
  point?: { longitude: number; latitude: number };
  accuracyMetres?: number;
}

export interface SubmissionConflict extends Submission {
  id: string;
  by: string;
  at: Date;
  decided?: { keep: 'stored' | 'submitted'; by: string; at: Date; reason: string };
}

export interface InspectionRecord {
  _id: Types.ObjectId;
  divisionCode: string;
  producerId: Types.ObjectId;
  producerName: string;
  producerKind: string;
  kind: (typeof inspectionKinds)[number];
  planId?: Types.ObjectId;
  checklist: string;
  checklistVersion: number;
  inspectors: string[];
  state: InspectionState;
  submission?: Submission;
  findings: Finding[];
  conflicts: SubmissionConflict[];
  order?: { text: string; due: Date; by: string; at: Date };
  answer?: { text: string; by: string; at: Date };
  createdAt: Date;
  createdBy: string;
  history: { verb: InspectionVerb | 'create' | 'decide-conflict'; by: string; at: Date; note?: string }[];
  version: number;
}

const submission = {
  answers: [{ item: String, answer: String, note: String, _id: false }],
  begunAt: Date,
  finishedAt: Date,
  point: { type: { longitude: Number, latitude: Number }, _id: false },
  photos: [String],
  photoDetails: {
    type: [
      {
        sha256: String,
        item: String,
        takenAt: Date,
        point: { type: { longitude: Number, latitude: Number }, _id: false },
        accuracyMetres: Number,
        _id: false,
      },
    ],
    default: undefined,
  },
  clockAheadSeconds: Number,
};
const said = { type: { text: String, by: String, at: Date }, _id: false };

const inspectionSchema = new Schema<InspectionRecord>(
  {
    divisionCode: { type: String, required: true, index: true },
    producerId: { type: Schema.Types.ObjectId, required: true, index: true },
    producerName: { type: String, required: true },
    producerKind: { type: String, required: true },
    kind: { type: String, required: true },
    planId: { type: Schema.Types.ObjectId, index: { sparse: true } },
    checklist: { type: String, required: true },
    checklistVersion: { type: Number, required: true },
    inspectors: { type: [String], required: true },
    state: { type: String, required: true },
    submission: { type: submission, _id: false },
    findings: [
      {
        item: String,
        severity: String,
        text: { type: { zh: String, en: String }, _id: false },
        clause: String,
        note: String,
        _id: false,
      },
    ],
    conflicts: [
      {
        ...submission,
        id: String,
        by: String,
        at: Date,
        decided: { type: { keep: String, by: String, at: Date, reason: String }, _id: false },
        _id: false,
      },
    ],
    order: { type: { text: String, due: Date, by: String, at: Date }, _id: false },
    answer: said,
    createdAt: { type: Date, required: true },
    createdBy: { type: String, required: true },
    history: [{ verb: String, by: String, at: Date, note: String, _id: false }],
    version: { type: Number, required: true },
  },
  { collection: 'inspections', versionKey: false },
);
guarded(inspectionSchema, { resource: 'inspections' });
audited(inspectionSchema, { resource: 'inspections' });

export function inspectionModels(connection: Connection) {
  return { Inspection: connection.model<InspectionRecord>('Inspection', inspectionSchema) };
}
