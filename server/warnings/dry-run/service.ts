import type { z } from 'zod';
import { InvalidInput } from '../../errors.ts';
import type { Caller } from '../../identity/caller.ts';
import { requireRight, within } from '../../identity/rights/within.ts';
import { type DescribeDevices, type DescribedDevice, standingAt } from '../device-places.ts';
import type { WarningModels, WarningRecord } from '../model.ts';
import type { Heard, ReadingsBetween } from '../prime.ts';
import { isInReach, type Reach } from '../rules/applicable-rules.ts';
import { dryRunStart, dryRunStep, type Episode, isFlapping, tellsOf } from '../rules/dry-run.ts';
import type { StreamRule } from '../rules/stream-rule.ts';
import type { dryRunBody } from './schema.ts';

const day = 86_400_000;
const longestDays = 31;
const devicesAtMost = 200;
const readingsAtMost = 500_000;
const listedAtMost = 100;

interface Deps extends Pick<Heard, 'heardIn'> {
  describeDevices: DescribeDevices;
  readingsBetween: ReadingsBetween;
}

/** 规则试算: what a rule would have done with the readings that are stored, beside what people did about the warnings of then. */
export function createDryRuns({ Warning }: Pick<WarningModels, 'Warning'>, deps: Deps) {
  const { heardIn, describeDevices, readingsBetween } = deps;

  /** Day by day, so that no more than a device's day of readings is held at a time. */
  const runDevice = async (
    rule: StreamRule & Omit<Reach, 'metric'>,
    metric: string,
    [id, device]: [string, DescribedDevice],
    { from, to, left }: { from: number; to: number; left: number },
  ): Promise<{ episodes: Episode[]; readings: number }> => {
    const run = dryRunStart();
    let readings = 0;
    for (let at = from; at < to && readings < left; at += day) {
      for (const reading of await readingsBetween(id, metric, new Date(at), new Date(Math.min(at + day, to)))) {
        readings += 1;
        if (isInReach(rule, id, standingAt(device, reading.at))) dryRunStep(rule, run, reading);
        else dryRunStep(rule, run, { at: reading.at, left: true });
      }
    }
    dryRunStep(rule, run, { at: to, listeningSince: Number.NEGATIVE_INFINITY });
    return { episodes: run.episodes, readings };
  };

  return {
    /** @throws Forbidden, InvalidInput */
    async dryRun(caller: Caller, body: z.output<typeof dryRunBody>) {
      const divisionCode = body.rule.divisionCode ?? caller.divisionCode;
      requireRight(caller, 'warning-rules:create', { divisionCode });
      const { metric } = body.rule;
      if (metric === undefined)
        throw InvalidInput.field('/rule/metric', 'is needed for a dry run, which looks at the readings of one metric');
      const [from, to] = [Date.parse(body.from), Date.parse(body.to)];
      if (!(from < to)) throw InvalidInput.field('/to', 'must be after its beginning');
      if (to - from > longestDays * day)
        throw InvalidInput.field('/to', `at most ${longestDays} days after its beginning`);
      const rule = { ...body.rule, divisionCode } as StreamRule & Reach;
      const heard = (await heardIn(divisionCode, metric)).toSorted();
      const found = new Map<string, Episode[]>();
      let readings = 0;
      for (const device of await describeDevices(heard.slice(0, devicesAtMost))) {
        const run = await runDevice(rule, metric, device, { from, to, left: readingsAtMost - readings });
        found.set(device[0], run.episodes);
        readings += run.readings;
      }
      const episodes = [...found.values()].flat();
      return {
        from: new Date(from).toISOString(),
        to: new Date(to).toISOString(),
        devices: found.size,
        readings,
        truncated: heard.length > devicesAtMost || readings >= readingsAtMost,
        warnings: episodes.length,
        perDay: episodes.length / ((to - from) / day),
        flapping: [...found].flatMap(([deviceId, each]) =>
          isFlapping(each) ? [{ deviceId, warnings: each.length }] : [],
        ),
        ...(await heldAgainst(caller, found, { metric, from, to })),
      };
    },
  };

  /** What people made of the warnings of then says which of them were true. */
  async function heldAgainst(
    caller: Caller,
    found: ReadonlyMap<string, Episode[]>,
    { metric, from, to }: { metric: string; from: number; to: number },
  ) {
    const ended = {
      metric,
      deviceId: { $in: [...found.keys()] },
      openedAt: { $gte: new Date(from), $lt: new Date(to) },
      state: { $in: ['resolved' as const, 'closed' as const, 'false-alarm' as const] },
    };
    const cases = await Warning.find(ended, null, within(caller, 'warnings:read'))
      .sort({ openedAt: 1 })
      .lean<WarningRecord[]>();
    const told = (warning: WarningRecord) =>
      tellsOf(found.get(warning.deviceId ?? '') ?? [], {
        from: warning.openedAt.getTime(),
        to: (warning.clearedAt ?? warning.lastOccurredAt).getTime(),
      });
    const isTrue = ({ state }: WarningRecord) => state !== 'false-alarm';
    const missed = cases.filter((warning) => isTrue(warning) && !told(warning));
    const falseAlarms = cases.filter((warning) => !isTrue(warning));
    const repeated = falseAlarms.filter(told).length;
    return {
      caught: cases.filter(isTrue).length - missed.length,
      missed: missed.slice(0, listedAtMost).map(({ _id, deviceId = '', title, openedAt }) => ({
        id: _id.toHexString(),
        deviceId,
        title: { zh: title.zh, en: title.en },
        openedAt: openedAt.toISOString(),
      })),
      missedCount: missed.length,
      falseAlarmsRepeated: repeated,
      falseAlarmsAvoided: falseAlarms.length - repeated,
    };
  }
}
