import { type Connection, Schema, type Types } from 'mongoose';
import { audited } from '../database/change-log/audited.ts';
import { guarded, unguarded } from '../database/guard.ts';
import type { Bilingual } from '../http/fields.ts';
import type { WarningState } from './lifecycle.ts';
import type { StreamRule } from './rules/stream-rule.ts';
import type { levels, warningKinds } from './schema.ts';

export type Level = (typeof levels)[number];
export type WarningKind = (typeof warningKinds)[number];

/** Whom a rule concerns, and how it warns; what it looks for stands in the numbers of its kind. */
interface RuleReach {
  _id: Types.ObjectId;
  name: string;
  level: Level;
  /** Absent: any metric (of a silence). */
  metric?: string;
  divisionCode: string;
  siteKind?: string;
  deviceId?: string;
  source?: string;
  reason?: string;
  createdBy: string;
  createdAt: Date;
}

export type WarningRuleRecord = RuleReach & StreamRule;

export interface WarningRecord {
  _id: Types.ObjectId;
  kind: WarningKind;
  level: Level;
  /** Handling state: what people did about it. */
  state: WarningState;
  /** Condition state: does it still hold? */
  active: boolean;
  conditionKey: string;
  /** The condition key while the warning is unresolved, else absent: one condition has one unresolved warning. */
  openKey?: string;
  title: Bilingual;
  detail: Bilingual;
  divisionCode: string;
  ruleId?: Types.ObjectId;
  deviceId?: string;
  siteId?: Types.ObjectId;
  siteName?: string;
  metric?: string;
  batchCode?: string;
  sampleId?: Types.ObjectId;
  producerId?: Types.ObjectId;
  openedAt: Date;
  lastOccurredAt: Date;
  clearedAt?: Date;
  occurrences: number;
  history: { verb: string; by: string; at: Date; note?: string }[];
  updatedAt: Date;
}

/** A value that is beyond its limit but not yet for long enough; kept so that a restart does not begin the duration anew. */
export interface PendingConditionRecord {
  /** The condition key. */
  _id: string;
  ruleId: Types.ObjectId;
  deviceId: string;
  beyondSince: Date;
}

const text = { type: { zh: String, en: String }, _id: false, required: true };

const warningRuleSchema = new Schema<WarningRuleRecord>(
  {
    name: { type: String, required: true },
    kind: { type: String, required: true },
    level: { type: String, required: true },
    metric: String,
    unit: String,
    comparison: String,
    direction: String,
    limit: Number,
    clearAt: Number,
    durationSeconds: Number,
    windowSeconds: Number,
    count: Number,
    silentSeconds: Number,
    divisionCode: { type: String, required: true, index: true },
    siteKind: String,
    deviceId: String,
    source: String,
    reason: String,
    createdBy: { type: String, required: true },
    createdAt: { type: Date, required: true },
  },
  { collection: 'warning-rules' },
);

guarded(warningRuleSchema, { resource: 'warning-rules' });
audited(warningRuleSchema, { resource: 'warning-rules' });

const warningSchema = new Schema<WarningRecord>(
  {
    kind: { type: String, required: true },
    level: { type: String, required: true },
    state: { type: String, required: true },
    active: { type: Boolean, required: true },
    conditionKey: { type: String, required: true, index: true },
    openKey: { type: String, index: { unique: true, sparse: true } },
    title: text,
    detail: text,
    divisionCode: { type: String, required: true, index: true },
    ruleId: Schema.Types.ObjectId,
    deviceId: { type: String, index: { sparse: true } },
    siteId: Schema.Types.ObjectId,
    siteName: String,
    metric: String,
    batchCode: { type: String, index: { sparse: true } },
    sampleId: Schema.Types.ObjectId,
    producerId: { type: Schema.Types.ObjectId, index: { sparse: true } },
    openedAt: { type: Date, required: true },
    lastOccurredAt: { type: Date, required: true },
    clearedAt: Date,
    occurrences: { type: Number, required: true },
    history: [{ _id: false, verb: String, by: String, at: Date, note: String }],
    updatedAt: { type: Date, required: true },
  },
  { collection: 'warnings' },
);
guarded(warningSchema, { resource: 'warnings' });
audited(warningSchema, { resource: 'warnings', telemetry: ['lastOccurredAt', 'occurrences', 'updatedAt'] });
warningSchema.index({ updatedAt: 1, _id: 1 });
warningSchema.index({ active: 1, kind: 1 });

const pendingConditionSchema = new Schema<PendingConditionRecord>(
  {
    _id: { type: String, required: true },
    ruleId: { type: Schema.Types.ObjectId, required: true },
    deviceId: { type: String, required: true },
    beyondSince: { type: Date, required: true },
  },
  { collection: 'pending-conditions' },
);
unguarded(pendingConditionSchema, 'what the watch of readings remembers over a restart; no request reads it');

export function warningModels(connection: Connection) {
  return {
    WarningRule: connection.model<WarningRuleRecord>('WarningRule', warningRuleSchema),
    Warning: connection.model<WarningRecord>('Warning', warningSchema),
    PendingCondition: connection.model<PendingConditionRecord>('PendingCondition', pendingConditionSchema),
  };
}

export type WarningModels = ReturnType<typeof warningModels>;
