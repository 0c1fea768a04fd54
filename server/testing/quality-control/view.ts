import type { z } from 'zod';
import type { Bilingual } from '../../http/fields.ts';
import type { Caller } from '../../identity/caller.ts';
import { verbsOf } from '../verbs.ts';
import { runTransitions, whyRunRefuses } from './lifecycle.ts';
import type { ControlRecord, CriterionRecord, RunRecord } from './model.ts';
import type { controlSchema, criterionSchema, runSchema } from './schema.ts';

export type RunView = z.infer<typeof runSchema>;
export type ControlView = z.input<typeof controlSchema>;
export type CriterionView = z.infer<typeof criterionSchema>;

export const otherRun: Bilingual = { zh: '检测批属于其他检测机构', en: 'the run belongs to another laboratory' };

export function criterionView(record: CriterionRecord): CriterionView {
  const { _id, methodKey: _, analyteKey: __, validFrom, setAt, ...rest } = record;
  return { id: _id.toHexString(), ...rest, validFrom: validFrom.toISOString(), setAt: setAt.toISOString() };
}

export function controlView(record: ControlRecord): ControlView {
  const { _id, runId, criterionId, methodKey: _, analyteKey: __, at, enteredAt, rules, ...rest } = record;
  return {
    id: _id.toHexString(),
    runId: runId.toHexString(),
    ...(criterionId && { criterionId: criterionId.toHexString() }),
    ...rest,
    rules: [...rules] as ControlView['rules'],
    at: at.toISOString(),
    enteredAt: enteredAt.toISOString(),
  };
}

export function runView(run: RunRecord, caller: Caller): RunView {
  const { _id, methodKey: _, version: __, startedAt, outstanding, corrections, history, ...rest } = run;
  return {
    id: _id.toHexString(),
    ...rest,
    startedAt: startedAt.toISOString(),
    outstanding: outstanding.map(({ controlId, analyteKey: ___, ...entry }) => ({
      controlId: controlId.toHexString(),
      ...entry,
    })),
    corrections: corrections.map(({ at, ...entry }) => ({ ...entry, at: at.toISOString() })),
    history: history.map(({ verb, by, at, reason }) => ({
      verb,
      by,
      at: at.toISOString(),
      ...(reason !== undefined && { reason }),
    })),
    ...verbsOf(
      runTransitions.filter(({ byItself }) => !byItself),
      run,
      caller,
      { ofState: (verb, username) => whyRunRefuses(run, verb, username), outOfReach: otherRun },
    ),
  };
}
