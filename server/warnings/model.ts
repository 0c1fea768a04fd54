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
  /** In English, where there is one; `source` and `reason` alike, of the rules that come with the platform. */
  nameEn?: string;
  level: Level;
  /** Absent: any metric (of a silence). */
  metric?: string;
  divisionCode: string;
  siteKind?: string;
  productId?: string;
  deviceKind?: string;
  deviceId?: string;
  source?: string;
  sourceEn?: string;
  /** Why it is as it is, or why it was changed. */
  reason?: string;
  reasonEn?: string;
  createdBy: string;
  createdAt: Date;
  /** 1 where it is absent. */
  version?: number;
  /** The first version; absent in that one. */
  family?: Types.ObjectId;
  supersedes?: Types.ObjectId;
  supersededBy?: Types.ObjectId;
  switchedOff?: { by: string; at: Date; reason: string };
}

export type WarningRuleRecord = RuleReach & StreamRule;

/** All versions of a rule are one family: what it has found at a device is one condition, whichever version found it. */
export function familyOf({ family, _id }: Pick<RuleReach, 'family' | '_id'>): Types.ObjectId {
  return family ?? _id;
}

/** What was done, by a person or by the platform (`system`). */
export interface HistoryEntry {
  verb: string;
  by: string;
  at: Date;
  note?: string;
  /** Why the platform did it. */
  cause?: Bilingual;
  level?: { from: Level; to: Level };
  /** Of an escalation. */
  divisions?: { from: string; to: string };
}

/** What became known later. */
export interface FollowUp {
  number: number;
  text: string;
  by: string;
  at: Date;
  /** When it was known, of what went by telephone and was entered afterwards. */
  knownAt?: Date;
  /** It reclassified the warning. */
  level?: { from: Level; to: Level };
}

/** Why nobody is told of a warning for a time. */
export interface Quiet {
  because: 'silence' | 'maintenance' | 'inhibition';
  /** The silence, or the warning about what is above it. */
  by: Types.ObjectId;
  /** Absent: until what is above it is heard again. */
  until?: Date;
}

export interface WarningRecord {
  _id: Types.ObjectId;
  kind: WarningKind;
  level: Level;
  /** Handling state: what people did about it. */
  state: WarningState;
  /** Condition state: does it still hold? */
  active: boolean;
  conditionKey: string;
  /**
   * The condition key while the warning is unresolved, or a false alarm whose condition still holds; else absent. So one
   * condition has one warning that tells of it.
   */
  openKey?: string;
  title: Bilingual;
  detail: Bilingual;
  divisionCode: string;
  /** The version of the rule that raised it. */
  ruleId?: Types.ObjectId;
  ruleVersion?: number;
  /** The first version of that rule. */
  ruleFamily?: Types.ObjectId;
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
  /** The ended warning of the same condition, which went on. */
  reopens?: Types.ObjectId;
  /** What it is about: a substance, a metric. */
  hazard?: string;
  quiet?: Quiet;
  /** Devices, or metrics of a device, whose silence is told by this one. */
  inhibits?: string[];
  /** The division above that has it now, because nobody acknowledged it in time. */
  escalatedTo?: string;
  escalations?: number;
  /** When it is passed on, unless somebody acknowledges it before. */
  escalateAt?: Date;
  followUps?: FollowUp[];
  /** The highest level that the rules have told, where somebody has said otherwise. */
  overrules?: Level;
  history: HistoryEntry[];
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
    nameEn: String,
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
    productId: String,
    deviceKind: String,
    deviceId: String,
    source: String,
    sourceEn: String,
    reason: String,
    reasonEn: String,
    createdBy: { type: String, required: true },
    createdAt: { type: Date, required: true },
    version: Number,
    family: { type: Schema.Types.ObjectId, index: { sparse: true } },
    supersedes: Schema.Types.ObjectId,
    supersededBy: Schema.Types.ObjectId,
    switchedOff: { type: { by: String, at: Date, reason: String }, _id: false },
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
    ruleVersion: Number,
    ruleFamily: { type: Schema.Types.ObjectId, index: { sparse: true } },
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
    reopens: Schema.Types.ObjectId,
    hazard: String,
    quiet: {
      type: { because: String, by: { type: Schema.Types.ObjectId, index: { sparse: true } }, until: Date },
      _id: false,
    },
    inhibits: { type: [String], default: undefined },
    escalatedTo: String,
    escalations: Number,
    escalateAt: { type: Date, index: { sparse: true } },
    followUps: {
      type: [
        {
          _id: false,
          number: Number,
          text: String,
          by: String,
          at: Date,
          knownAt: Date,
          level: { type: { from: String, to: String }, _id: false },
        },
      ],
      default: undefined,
    },
    overrules: String,
    history: [
      {
        _id: false,
        verb: String,
        by: String,
        at: Date,
        note: String,
        cause: { type: { zh: String, en: String }, _id: false },
        level: { type: { from: String, to: String }, _id: false },
        divisions: { type: { from: String, to: String }, _id: false },
      },
    ],
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

/** Whose turn it is to decide about the silence of one gateway's devices. */
interface SilenceTurnRecord {
  /** The gateway, or a device that speaks for itself. */
  _id: string;
  taken: number;
}

const silenceTurnSchema = new Schema<SilenceTurnRecord>(
  { _id: { type: String, required: true }, taken: { type: Number, required: true } },
  { collection: 'silence-turns', versionKey: false },
);
unguarded(silenceTurnSchema, 'orders the transactions of devices that fall silent together; no request reads it');

export function warningModels(connection: Connection) {
  return {
    WarningRule: connection.model<WarningRuleRecord>('WarningRule', warningRuleSchema),
    Warning: connection.model<WarningRecord>('Warning', warningSchema),
    SilenceTurn: connection.model<SilenceTurnRecord>('SilenceTurn', silenceTurnSchema),
    PendingCondition: connection.model<PendingConditionRecord>('PendingCondition', pendingConditionSchema),
  };
}

export type WarningModels = ReturnType<typeof warningModels>;
