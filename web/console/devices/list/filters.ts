import type { Language } from '../../shared/texts.ts';
import { deviceStates } from '../life/states.ts';

/** Hours of silence that one can ask for. */
export const silences = { hour: 1, day: 24, week: 168 } as const;

/** In how many days a calibration ends at the latest; yesterday: it is over. */
export const calibrations = { over: -1, soon: 30 } as const;

export const orders = ['name', 'lastSeenAt', '-lastSeenAt', 'calibrationDueOn'] as const;

export const namesOf = <Name extends string>(choices: Record<Name, number>) => Object.keys(choices) as Name[];

/** What the address of the list may hold: a link stays true, as it names no moment. */
export const allowedFilters = {
  text: 'text',
  kind: 'text',
  site: 'text',
  state: deviceStates,
  silent: namesOf(silences),
  calibration: namesOf(calibrations),
  sort: orders,
} as const;

export interface ListFilters {
  text?: string;
  kind?: string;
  site?: string;
  state?: (typeof deviceStates)[number];
  silent?: keyof typeof silences;
  calibration?: keyof typeof calibrations;
  sort?: (typeof orders)[number];
}

const hour = 3_600_000;
const day = 24 * hour;
/** Days are those in China. */
const chinaAhead = 8 * hour;

/** The filters as the interface takes them, at this moment (milliseconds since 1970). */
export function listQuery({ silent, calibration, ...others }: ListFilters, now: number) {
  return {
    ...others,
    ...(silent && { silentSince: new Date(now - silences[silent] * hour).toISOString() }),
    ...(calibration && {
      calibrationDueBy: new Date(now + chinaAhead + calibrations[calibration] * day).toISOString().slice(0, 10),
    }),
  };
}

/** Where the list is to be had as a table. */
export function exportAddress(filters: ListFilters, language: Language, form: 'csv' | 'xlsx', now: number): string {
  const query = new URLSearchParams({ ...listQuery(filters, now), language, form });
  return `/api/v1/device-list/export?${query}`;
}
