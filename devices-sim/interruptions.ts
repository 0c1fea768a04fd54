import { between, chance } from './random.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** `dropout`: on, but out of reach; `restarting`: off for a moment, after which its sequence begins anew. */
export type Condition = 'running' | 'dropout' | 'restarting';

const DROPOUT_CHANCE = 0.02;
const RESTART_CHANCE = 0.005;

/** What befalls a device at a time, by a fixed fate of each of its hours. */
export function conditionAt(seed: number, deviceId: string, time: Date): Condition {
  const hour = Math.floor(time.getTime() / HOUR);
  const fate = chance(seed, deviceId, 'fate', hour);
  if (fate >= DROPOUT_CHANCE + RESTART_CHANCE) return 'running';
  const length = fate < DROPOUT_CHANCE ? between(5, 25, seed, deviceId, 'length', hour) * MINUTE : MINUTE;
  const start = between(0, HOUR - length, seed, deviceId, 'start', hour);
  const sinceStart = (time.getTime() % HOUR) - start;
  if (sinceStart < 0 || sinceStart >= length) return 'running';
  return fate < DROPOUT_CHANCE ? 'dropout' : 'restarting';
}
