import { unscoped } from '../../database/guard.ts';
import { subtreeRange } from '../../divisions/rules.ts';
import { type DescribedDevice, standingAt } from '../device-places.ts';
import type { WarningModels, WarningRecord, WarningRuleRecord } from '../model.ts';
import type { ReadingsBetween } from '../prime.ts';
import { isInReach } from '../rules/applicable-rules.ts';
import { dryRunStart, dryRunStep, type Episode, isFlapping, looksTheSameWay, tellsOf } from '../rules/dry-run.ts';
import type { StreamRule } from '../rules/stream-rule.ts';
import type { DryRunFigures, DryRunRecord, MissedCase } from './model.ts';

const day = 86_400_000;
/** So many readings are looked at between two questions whether it is still wanted. */
const readingsAtOnce = 20_000;

const whatWasMadeOfThem = unscoped('the dry run of a division is held against the warnings of that division');

export interface LookedAt {
  figures: Omit<DryRunFigures, 'flappingCount'>;
  missed: MissedCase[];
  flaps: boolean;
}

interface Deps extends Pick<WarningModels, 'Warning' | 'WarningRule'> {
  readingsBetween: ReadingsBetween;
}

/** What the rule of a dry run would have done at one device, beside what people made of the warnings of then. */
export function createLook({ Warning, WarningRule, readingsBetween }: Deps) {
  /** Day by day, so that no more than a device's day of readings is held at a time; `null` when it is wanted no longer. */
  const runDevice = async (
    { rule, from, to }: DryRunRecord,
    [id, device]: [string, DescribedDevice],
    isWanted: (reached: Date) => Promise<boolean>,
  ): Promise<{ episodes: Episode[]; readings: number } | null> => {
    const run = dryRunStart();
    let readings = 0;
    let unasked = 0;
    for (let at = from.getTime(); at < to.getTime(); at += day) {
      const end = Math.min(at + day, to.getTime());
      const ofTheDay = await readingsBetween(id, rule.metric, new Date(at), new Date(end));
      for (const reading of ofTheDay) {
        const there = isInReach(rule, id, standingAt(device, reading.at));
        if (there) readings += 1;
        dryRunStep(rule as StreamRule, run, there ? reading : { at: reading.at, left: true });
      }
      unasked += ofTheDay.length;
      if (unasked < readingsAtOnce) continue;
      unasked = 0;
      if (!(await isWanted(new Date(end)))) return null;
    }
    dryRunStep(rule as StreamRule, run, { at: to.getTime(), listeningSince: Number.NEGATIVE_INFINITY });
    return { episodes: run.episodes, readings };
  };

  /** Warnings of then that have ended and are of a rule that looks the same way, while the device stood in reach. */
  const casesOf = async (
    { rule, from, to }: DryRunRecord,
    [id, device]: [string, DescribedDevice],
  ): Promise<WarningRecord[]> => {
    const ended = await Warning.find(
      {
        metric: rule.metric,
        deviceId: id,
        divisionCode: subtreeRange(rule.divisionCode),
        openedAt: { $gte: from, $lt: to },
        state: { $in: ['resolved', 'closed', 'false-alarm'] },
      },
      null,
      whatWasMadeOfThem,
    )
      .sort({ openedAt: 1 })
      .lean<WarningRecord[]>();
    const ruleIds = ended.flatMap(({ ruleId }) => (ruleId ? [ruleId] : []));
    const ofThen = await WarningRule.find({ _id: { $in: ruleIds } }, null, whatWasMadeOfThem).lean<
      WarningRuleRecord[]
    >();
    const sameWay = new Set(ofThen.filter((each) => looksTheSameWay(rule, each)).map(({ _id }) => _id.toHexString()));
    return ended.filter(
      ({ ruleId, openedAt }) =>
        ruleId && sameWay.has(ruleId.toHexString()) && isInReach(rule, id, standingAt(device, openedAt.getTime())),
    );
  };

  /**
   * @param isWanted is told up to where the device has been looked at
   * @returns `null` when it is wanted no longer
   */
  return async (
    record: DryRunRecord,
    device: [string, DescribedDevice],
    isWanted: (reached: Date) => Promise<boolean>,
  ): Promise<LookedAt | null> => {
    const run = await runDevice(record, device, isWanted);
    if (!run) return null;
    const { episodes, readings } = run;
    const cases = await casesOf(record, device);
    const told = ({ openedAt, clearedAt, lastOccurredAt }: WarningRecord) =>
      tellsOf(episodes, { from: openedAt.getTime(), to: (clearedAt ?? lastOccurredAt).getTime() });
    const isTrue = ({ state }: WarningRecord) => state !== 'false-alarm';
    const missed = cases.filter((warning) => isTrue(warning) && !told(warning));
    const falseAlarms = cases.filter((warning) => !isTrue(warning));
    const falseAlarmsRepeated = falseAlarms.filter(told).length;
    return {
      figures: {
        devices: readings > 0 ? 1 : 0,
        readings,
        warnings: episodes.length,
        caught: cases.length - falseAlarms.length - missed.length,
        missedCount: missed.length,
        falseAlarmsRepeated,
        falseAlarmsAvoided: falseAlarms.length - falseAlarmsRepeated,
      },
      missed: missed.map(({ _id, title, openedAt }) => ({
        id: _id.toHexString(),
        deviceId: device[0],
        title: { zh: title.zh, en: title.en },
        openedAt,
      })),
      flaps: isFlapping(episodes),
    };
  };
}
