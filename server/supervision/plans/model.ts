import { type Connection, Schema, type Types } from 'mongoose';
import { audited } from '../../database/change-log/audited.ts';
import { guarded } from '../../database/guard.ts';
import type { inspectionKinds } from '../inspections/schema.ts';
import type { DrawInput, DrawnPair } from './draw.ts';
import type { PlanState } from './lifecycle.ts';

/** All that somebody needs to draw again and come to the same. */
export interface DrawRecord {
  algorithm: string;
  seed: string;
  seedSource?: string;
  producers: { id: string; weight: number }[];
  result: DrawnPair[];
  by: string;
  at: Date;
}

export interface InspectionPlanRecord {
  _id: Types.ObjectId;
  divisionCode: string;
  /** Absent: drawn, as all were once. */
  kind?: (typeof inspectionKinds)[number];
  title: string;
  year: number;
  quarter?: number;
  /** Last day on which its inspections are handed in, YYYY-MM-DD; absent: of its quarter or year. */
  due?: string;
  checklist: string;
  count: number;
  inspectors: { username: string; conflictsWith: string[] }[];
  inspectorsEach: number;
  producerKinds?: string[];
  state: PlanState;
  draw?: DrawRecord;
  createdAt: Date;
  createdBy: string;
}

export const kindOf = ({ kind = 'random' }: Pick<InspectionPlanRecord, 'kind'>) => kind;

export function drawInputOf(
  { inspectors, count, inspectorsEach }: InspectionPlanRecord,
  { seed, producers }: Pick<DrawRecord, 'seed' | 'producers'>,
): DrawInput {
  return { seed, producers, inspectors, count, inspectorsEach };
}

const planSchema = new Schema<InspectionPlanRecord>(
  {
    divisionCode: { type: String, required: true, index: true },
    kind: String,
    title: { type: String, required: true },
    year: { type: Number, required: true },
    quarter: Number,
    due: String,
    checklist: { type: String, required: true },
    count: { type: Number, required: true },
    inspectors: [{ username: String, conflictsWith: [String], _id: false }],
    inspectorsEach: { type: Number, required: true },
    producerKinds: { type: [String], default: undefined },
    state: { type: String, required: true },
    draw: {
      type: {
        algorithm: String,
        seed: String,
        seedSource: String,
        producers: [new Schema({ id: String, weight: Number }, { _id: false, id: false })],
        result: [{ producerId: String, inspectors: [String], _id: false }],
        by: String,
        at: Date,
      },
      _id: false,
    },
    createdAt: { type: Date, required: true },
    createdBy: { type: String, required: true },
  },
  { collection: 'inspection-plans', versionKey: false },
);
guarded(planSchema, { resource: 'inspection-plans' });
audited(planSchema, { resource: 'inspection-plans' });

export function planModels(connection: Connection) {
  return { InspectionPlan: connection.model<InspectionPlanRecord>('InspectionPlan', planSchema) };
}
