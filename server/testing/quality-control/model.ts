import { type Connection, Schema, type Types } from 'mongoose';
import { audited } from '../../database/change-log/audited.ts';
import { guarded } from '../../database/guard.ts';
import type { Bilingual } from '../../http/fields.ts';
import type { ControlKind, ControlLimits, ControlState } from '../rules/control-judgement.ts';
import type { runStates } from './schema.ts';

/** What a laboratory holds a kind of control to, from when on and by whose word. Never changed: another one is recorded. */
export interface CriterionRecord extends ControlLimits {
  _id: Types.ObjectId;
  divisionCode: string;
  laboratory: string;
  kind: ControlKind;
  method: string;
  methodKey: string;
  analyte?: string;
  analyteKey?: string;
  instrument?: string;
  material?: string;
  lot?: string;
  unit?: string;
  /** The certificate, the clause of the method, or the runs that the numbers come from. */
  source: string;
  validFrom: Date;
  setBy: string;
  setAt: Date;
}

const text = String;
const required = { type: String, required: true };

const criterionSchema = new Schema<CriterionRecord>(
  {
    divisionCode: { ...required, index: true },
    laboratory: required,
    kind: required,
    method: required,
    methodKey: required,
    analyte: text,
    analyteKey: text,
    instrument: text,
    material: text,
    lot: text,
    unit: text,
    atMost: text,
    differenceAtMost: text,
    recoveryFrom: text,
    recoveryTo: text,
    mean: text,
    sd: text,
    source: required,
    validFrom: { type: Date, required: true },
    setBy: required,
    setAt: { type: Date, required: true },
  },
  { collection: 'controlCriteria', versionKey: false },
);
criterionSchema.index({ laboratory: 1, methodKey: 1 });
guarded(criterionSchema, { resource: 'control-criteria' });
audited(criterionSchema, { resource: 'control-criteria' });

/** A quality control sample as it was found, with what it was held against. */
export interface ControlRecord {
  _id: Types.ObjectId;
  divisionCode: string;
  laboratory: string;
  runId: Types.ObjectId;
  runName: string;
  kind: ControlKind;
  methodKey: string;
  instrument?: string;
  analyte: string;
  analyteKey: string;
  value: string;
  second?: string;
  added?: string;
  native?: string;
  unit: string;
  material?: string;
  lot?: string;
  criterionId?: Types.ObjectId;
  /** Where the laboratory had set nothing: the source of the default it was held against. */
  defaultSource?: string;
  state: ControlState;
  measure?: string;
  rules: string[];
  reason: Bilingual;
  note?: string;
  enteredBy: string;
  /** When it was measured. */
  at: Date;
  enteredAt: Date;
}

const controlSchema = new Schema<ControlRecord>(
  {
    divisionCode: { ...required, index: true },
    laboratory: required,
    runId: { type: Schema.Types.ObjectId, required: true, index: true },
    runName: required,
    kind: required,
    methodKey: required,
    instrument: text,
    analyte: required,
    analyteKey: required,
    value: required,
    second: text,
    added: text,
    native: text,
    unit: required,
    material: text,
    lot: text,
    criterionId: Schema.Types.ObjectId,
    defaultSource: text,
    state: required,
    measure: text,
    rules: [String],
    reason: { type: Schema.Types.Mixed, required: true },
    note: text,
    enteredBy: required,
    at: { type: Date, required: true },
    enteredAt: { type: Date, required: true },
  },
  { collection: 'controls', versionKey: false },
);
controlSchema.index({ criterionId: 1, at: 1 });
controlSchema.index({ instrument: 1, state: 1 });
controlSchema.index({ laboratory: 1, methodKey: 1, analyteKey: 1, at: 1 });
guarded(controlSchema, { resource: 'controls' });
audited(controlSchema, { resource: 'controls' });

/** A control that no good one of the same kind has followed yet. */
export interface OutstandingControl {
  controlId: Types.ObjectId;
  kind: ControlKind;
  analyte: string;
  analyteKey: string;
  material?: string;
  lot?: string;
  state: ControlState;
  enteredBy: string;
  /** A corrective action was taken since. */
  corrected: boolean;
}

/** 检测批: what one method measured on one instrument in one go, with its controls. */
export interface RunRecord {
  _id: Types.ObjectId;
  divisionCode: string;
  laboratory: string;
  name: string;
  method: string;
  methodKey: string;
  instrument?: string;
  state: (typeof runStates)[number];
  startedBy: string;
  startedAt: Date;
  controlCount: number;
  outstanding: OutstandingControl[];
  corrections: { cause: string; action: string; by: string; at: Date }[];
  history: { verb: string; by: string; at: Date; reason?: string }[];
  /** Counts the changes: an update names the version it has read. */
  version: number;
}

const runSchema = new Schema<RunRecord>(
  {
    divisionCode: { ...required, index: true },
    laboratory: required,
    name: required,
    method: required,
    methodKey: required,
    instrument: text,
    state: required,
    startedBy: required,
    startedAt: { type: Date, required: true },
    controlCount: { type: Number, required: true },
    outstanding: { type: [Schema.Types.Mixed] as never, required: true },
    corrections: [{ cause: String, action: String, by: String, at: Date, _id: false }],
    history: [{ verb: String, by: String, at: Date, reason: String, _id: false }],
    version: { type: Number, required: true },
  },
  { collection: 'testRuns', versionKey: false },
);
guarded(runSchema, { resource: 'test-runs' });
audited(runSchema, { resource: 'test-runs' });

export function qualityControlModels(connection: Connection) {
  return {
    Criterion: connection.model<CriterionRecord>('ControlCriterion', criterionSchema),
    Control: connection.model<ControlRecord>('Control', controlSchema),
    Run: connection.model<RunRecord>('TestRun', runSchema),
  };
}
