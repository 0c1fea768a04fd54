import { z } from 'zod';

/** An ISO 8601 time with its zone. */
export const INSTANT = z.core.regexes.datetime({ offset: true });

export const instantText = z.iso.datetime({
  offset: true,
  error: 'must be an ISO 8601 time with its zone, such as 2026-07-01T08:30:00+08:00',
});

const EARLIEST = Date.UTC(2000, 0, 1);

/** Why a device's time cannot be believed; `null` if it can. A late reading is believed, a clock that was never set is not. */
export function doubtAbout(at: Date, receivedAt: Date, futureMs: number): string | null {
  if (at.getTime() < EARLIEST) return `${at.toISOString()} lies before 2000: the device's clock is not set`;
  const ahead = at.getTime() - receivedAt.getTime();
  if (ahead <= futureMs) return null;
  const hours = (ahead / 3_600_000).toFixed(1);
  return `${at.toISOString()} is ${hours} h ahead of the time of receipt (${receivedAt.toISOString()}): set the device's clock`;
}
