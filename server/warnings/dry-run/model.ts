import { type Connection, Schema, type Types } from 'mongoose';
import type { z } from 'zod';
import { guarded } from '../../database/guard.ts';
import type { Bilingual } from '../../http/fields.ts';
import type { createRuleBody } from '../schema.ts';
import type { DryRunState } from './lifecycle.ts';

/** The rule as it would have been made, with the division that it holds in. */
export type TriedRule = z.output<typeof createRuleBody> & { divisionCode: string; metric: string };

export interface MissedCase {
  id: string;
  deviceId: string;
  title: Bilingual;
  openedAt: Date;
}

/** What came of some devices: each figure is a sum over them. */
export interface DryRunFigures {
  /** In the reach of the rule, with readings of its metric. */
  devices: number;
  readings: number;
  warnings: number;
  flappingCount: number;
  caught: number;
  missedCount: number;
  falseAlarmsRepeated: number;
  falseAlarmsAvoided: number;
}

export const noFigures: DryRunFigures = {
  devices: 0,
  readings: 0,
  warnings: 0,
  flappingCount: 0,
  caught: 0,
  missedCount: 0,
  falseAlarmsRepeated: 0,
  falseAlarmsAvoided: 0,
};

export interface DryRunRecord extends DryRunFigures {
  _id: Types.ObjectId;
  divisionCode: string;
  rule: TriedRule;
  from: Date;
  to: Date;
  state: DryRunState;
  startedBy: string;
  startedAt: Date;
  finishedAt?: Date;
  cancelledBy?: string;
  /** How many devices there are to look at, as it began. */
  toLookAt: number;
  lookedAt: number;
  /** The last device that was looked at whole: where it goes on after a restart. */
  cursor?: string;
  /** Up to where the next device has been looked at: for the progress alone. */
  reached?: Date;
  /** When it was last somebody's turn: of several, the one that has waited longest goes on. */
  turnAt: Date;
  failures: number;
  /** The first of them. */
  flapping: { deviceId: string; warnings: number }[];
  missed: MissedCase[];
}

const figure = { type: Number, required: true };

const dryRunSchema = new Schema<DryRunRecord>(
  {
    divisionCode: { type: String, required: true, index: true },
    rule: { type: Schema.Types.Mixed, required: true },
    from: { type: Date, required: true },
    to: { type: Date, required: true },
    state: { type: String, required: true, index: true },
    startedBy: { type: String, required: true },
    startedAt: { type: Date, required: true },
    finishedAt: Date,
    cancelledBy: String,
    toLookAt: figure,
    lookedAt: figure,
    cursor: String,
    reached: Date,
    turnAt: { type: Date, required: true },
    failures: figure,
    ...(Object.fromEntries(Object.keys(noFigures).map((name) => [name, figure])) as Record<
      keyof DryRunFigures,
      typeof figure
    >),
    flapping: [{ deviceId: String, warnings: Number, _id: false }],
    missed: [{ id: String, deviceId: String, title: { zh: String, en: String }, openedAt: Date, _id: false }],
  },
  { collection: 'warning-dry-runs', versionKey: false },
);
guarded(dryRunSchema, { resource: 'warning-dry-runs' });

export function dryRunModels(connection: Connection) {
  return { DryRun: connection.model<DryRunRecord>('WarningDryRun', dryRunSchema) };
}
