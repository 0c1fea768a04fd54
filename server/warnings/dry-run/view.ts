import type { z } from 'zod';
import { decideVerbs } from '../../http/fields.ts';
import type { Caller } from '../../identity/caller.ts';
import { mayDo, noRight } from '../../identity/rights/ability.ts';
import { whyNotCancelled } from './lifecycle.ts';
import type { DryRunRecord } from './model.ts';
import type { dryRunSchema } from './schema.ts';

const day = 86_400_000;

export type DryRunView = z.input<typeof dryRunSchema>;

export function dryRunView(run: DryRunRecord, caller: Caller): DryRunView {
  const { _id, state, from, to, finishedAt, cancelledBy, warnings } = run;
  return {
    id: _id.toHexString(),
    ...{ state, warnings },
    divisionCode: run.divisionCode,
    rule: run.rule,
    from: from.toISOString(),
    to: to.toISOString(),
    progress: progressOf(run),
    startedBy: run.startedBy,
    startedAt: run.startedAt.toISOString(),
    ...(finishedAt && { finishedAt: finishedAt.toISOString() }),
    ...(cancelledBy !== undefined && { cancelledBy }),
    devices: run.devices,
    readings: run.readings,
    perDay: warnings / ((to.getTime() - from.getTime()) / day),
    flappingCount: run.flappingCount,
    flapping: run.flapping.map((each) => ({ deviceId: each.deviceId, warnings: each.warnings })),
    caught: run.caught,
    missedCount: run.missedCount,
    missed: run.missed.map(({ id, deviceId, title, openedAt }) => ({
      ...{ id, deviceId },
      title: { zh: title.zh, en: title.en },
      openedAt: openedAt.toISOString(),
    })),
    falseAlarmsRepeated: run.falseAlarmsRepeated,
    falseAlarmsAvoided: run.falseAlarmsAvoided,
    ...decideVerbs([{ verb: 'cancel' }], () =>
      mayDo(caller, 'warning-dry-runs:cancel', run) ? whyNotCancelled(state) : noRight,
    ),
  };
}

/** Devices that came to the division since it began are looked at, too: hence never above 1. */
function progressOf({ state, toLookAt, lookedAt, reached, from, to }: DryRunRecord): number {
  if (state === 'done') return 1;
  const ofTheNext = reached ? (reached.getTime() - from.getTime()) / (to.getTime() - from.getTime()) : 0;
  return Math.min(1, (lookedAt + ofTheNext) / Math.max(1, toLookAt));
}
