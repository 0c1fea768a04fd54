import { dayAfter, dayOf } from '../../calendar/rules/calendar.ts';

/** A use of an input whose label names a pre-harvest interval 安全间隔期. */
export interface Treatment {
  input: string;
  /** Days between the last use and the harvest, from the label. */
  days: number;
  at: Date;
}

export interface OpenInterval {
  input: string;
  days: number;
  /** The first day on which it may be harvested, YYYY-MM-DD in China. */
  until: string;
}

/** An interval that stands against goods, and why. */
export interface StandingInterval extends OpenInterval {
  /** The first day on which they were harvested inside it, YYYY-MM-DD in China; absent: no harvest is on record. */
  harvestedOn?: string;
}

/** The day of the use counts as day 0: with an interval of 7 days, what was treated on the 1st may be harvested on the 8th. */
function firstDayOf({ at, days }: Treatment): string {
  return dayAfter(dayOf(at), days);
}

/** The treatments inside whose interval something was harvested; in order of time, each input and end once. */
export function brokenIntervals(treatments: readonly Treatment[], harvests: readonly Date[]): OpenInterval[] {
  return told(treatments.filter((treatment) => harvests.some((harvest) => isInside(treatment, harvest))));
}

/**
 * The treatments that stand against these goods at a moment: something was harvested inside the interval, or nothing was harvested
 * since the treatment and the interval is not over.
 */
export function openIntervals(
  treatments: readonly Treatment[],
  harvests: readonly Date[],
  moment: Date,
): StandingInterval[] {
  return told(treatments).flatMap((interval): StandingInterval[] => {
    const uses = treatments.filter((treatment) => isOf(treatment, interval));
    const against = uses.flatMap((use) => {
      const since = harvests.filter((harvest) => harvest >= use.at);
      return (since.length > 0 ? since : [moment]).filter((harvest) => isInside(use, harvest));
    });
    if (against.length === 0) return [];
    const inside = harvests.filter((harvest) => uses.some((use) => isInside(use, harvest)));
    const first = inside.map(dayOf).sort()[0];
    return [{ ...interval, ...(first !== undefined && { harvestedOn: first }) }];
  });
}

function isOf(treatment: Treatment, { input, days, until }: OpenInterval): boolean {
  return treatment.input === input && treatment.days === days && firstDayOf(treatment) === until;
}

function isInside(treatment: Treatment, harvest: Date): boolean {
  return harvest >= treatment.at && dayOf(harvest) < firstDayOf(treatment);
}

function told(treatments: readonly Treatment[]): OpenInterval[] {
  const inOrder = treatments.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const intervals = inOrder.map((treatment) => ({
    input: treatment.input,
    days: treatment.days,
    until: firstDayOf(treatment),
  }));
  return [...new Map(intervals.map((interval) => [JSON.stringify(interval), interval])).values()];
}
