import { isWithin, levelOf } from '../../../divisions/rules.ts';
import type { Level } from '../../../warnings/index.ts';

export const gravestFirst: readonly Level[] = ['red', 'orange', 'yellow', 'blue'];

/** Open warnings of one division and level. */
export interface WarningCount {
  divisionCode: string;
  level: Level;
  count: number;
}

export interface DeviceCount {
  divisionCode: string;
  /** Absent: it was never connected. */
  status?: 'online' | 'offline' | undefined;
  count: number;
}

/** Samples by what has become of them, as the facts of samples say it. */
export interface SampleCount {
  divisionCode: string;
  word: string;
  count: number;
}

const reaches =
  (division: string) =>
  ({ divisionCode }: { divisionCode: string }): boolean =>
    isWithin(divisionCode, division);

const sum = (counted: readonly { count: number }[]): number => counted.reduce((total, { count }) => total + count, 0);

export function warningsOf(division: string, counted: readonly WarningCount[]) {
  const own = counted.filter(reaches(division));
  const of = (level: Level) => sum(own.filter((each) => each.level === level));
  return {
    red: of('red'),
    orange: of('orange'),
    yellow: of('yellow'),
    blue: of('blue'),
    total: sum(own),
    highest: gravestFirst.find((level) => of(level) > 0) ?? null,
  };
}

export function devicesOf(division: string, counted: readonly DeviceCount[]) {
  const own = counted.filter(reaches(division));
  const of = (status: DeviceCount['status']) => sum(own.filter((each) => each.status === status));
  return { total: sum(own), online: of('online'), offline: of('offline'), neverConnected: of(undefined) };
}

export function samplingOf(division: string, counted: readonly SampleCount[]) {
  const own = counted.filter(reaches(division));
  const of = (...words: string[]) => sum(own.filter(({ word }) => words.includes(word)));
  return {
    drawn: sum(own),
    published: of('tested'),
    ended: of('rejected', 'invalidated'),
    open: of('drawn'),
  };
}

/** Do these codes name a division and one right below it? */
export function isPartOf(code: string, division: string): boolean {
  const below = { city: 'county', county: 'town', town: null }[levelOf(division)];
  return levelOf(code) === below && isWithin(code, division);
}
