import data from '../data/alarm-quality.json' with { type: 'json' };

type Level = 'blue' | 'yellow' | 'orange' | 'red';

/** One time that people were rung for. Times are milliseconds since 1970. */
export interface Alarm {
  at: number;
  conditionKey: string;
  /** The rule, or what else raised it. */
  source: string;
  level: Level;
}

export interface QualityFacts {
  alarms: readonly Alarm[];
  /** When those began that are unresolved and still hold. */
  standingSince: readonly number[];
  from: number;
  to: number;
  /** Since when alarms are written down; before that nothing is known. */
  knownSince: number;
  /** On duty at a time. */
  officers: number;
}

const minute = 60_000;
const interval = data.intervalMinutes * minute;

export interface Interval {
  from: number;
  /** For each officer. */
  perOfficer: number;
  flood: boolean;
}

/** Alarms by intervals of ten minutes, in order. A flood goes on until there are clearly fewer again. */
export function intervalsOf({
  alarms,
  from,
  to,
  officers,
}: Omit<QualityFacts, 'standingSince' | 'knownSince'>): Interval[] {
  const counts = Array.from({ length: Math.max(1, Math.ceil((to - from) / interval)) }, () => 0);
  for (const { at } of alarms) {
    const index = Math.floor((at - from) / interval);
    if (index in counts) counts[index] = (counts[index] ?? 0) + 1;
  }
  let flood = false;
  return counts.map((count, index) => {
    const perOfficer = count / officers;
    flood = flood ? perOfficer >= data.flood.endsBelow : perOfficer > data.flood.beginsAbove;
    return { from: from + index * interval, perOfficer, flood };
  });
}

/** Conditions that rang three times within a minute. */
export function chatteringOf(alarms: readonly Alarm[]): string[] {
  const { times, withinSeconds } = data.chattering;
  const byCondition = new Map<string, number[]>();
  for (const { conditionKey, at } of alarms)
    byCondition.set(conditionKey, [...(byCondition.get(conditionKey) ?? []), at]);
  return [...byCondition].flatMap(([key, all]) => {
    const sorted = all.toSorted((a, b) => a - b);
    const rings = sorted.some(
      (at, index) => (sorted[index + times - 1] ?? Number.POSITIVE_INFINITY) - at <= withinSeconds * 1000,
    );
    return rings ? [key] : [];
  });
}

export type Burden = 'acceptable' | 'manageable' | 'too-many';

/** 报警质量: how many people are rung, how evenly, and by what. */
export function alarmQuality(facts: QualityFacts) {
  const { alarms, standingSince, to, officers } = facts;
  const from = Math.min(Math.max(facts.from, facts.knownSince), to);
  const intervals = intervalsOf({ ...facts, from });
  const mean = alarms.length / officers / intervals.length;
  const bySource = new Map<string, number>();
  for (const { source } of alarms) bySource.set(source, (bySource.get(source) ?? 0) + 1);
  const share = (count: number) => (alarms.length === 0 ? 0 : count / alarms.length);
  const worst = [...bySource]
    .toSorted(([one, a], [other, b]) => b - a || one.localeCompare(other))
    .slice(0, 10)
    .map(([source, count]) => ({ source, count, share: share(count) }));
  const levels = (['blue', 'yellow', 'orange', 'red'] as const).map((level) => {
    const count = alarms.filter((alarm) => alarm.level === level).length;
    return { level, count, share: share(count) };
  });
  return {
    alarms: alarms.length,
    officers,
    perOfficerTenMinutes: mean,
    busiestTenMinutes: Math.max(...intervals.map(({ perOfficer }) => perOfficer)),
    burden: burdenOf(mean),
    floodShare: intervals.filter(({ flood }) => flood).length / intervals.length,
    chattering: chatteringOf(alarms).length,
    stale: standingSince.filter((since) => to - since > data.staleHours * 60 * minute).length,
    levels,
    worst,
    /** Fewer days than these allow no verdict. */
    enoughDays: to - from >= data.fewestDays * 24 * 60 * minute,
  };
}

function burdenOf(perInterval: number): Burden {
  if (perInterval <= data.acceptablePerInterval) return 'acceptable';
  return perInterval <= data.manageablePerInterval ? 'manageable' : 'too-many';
}
