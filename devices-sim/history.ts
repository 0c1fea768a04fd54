import { applyFaults, type Fault, type SimulatedReading } from './faults.ts';
import { conditionAt } from './interruptions.ts';
import { metricsOf, type ProfileName, value } from './profiles.ts';

/** All that a device of this profile measures at one moment. */
export function measure(profile: ProfileName, deviceId: string, seed: number, at: Date): SimulatedReading[] {
  return metricsOf(profile).map(({ metric, unit }) => ({
    device: deviceId,
    metric,
    value: value(profile, seed, deviceId, metric, at),
    unit,
    at,
  }));
}

/**
 * The readings of a device from `from` up to, and without, `to`, in order of time.
 * @param options.interruptions leaves out what the device would have missed by dropouts and restarts
 */
export function* history(
  profile: ProfileName,
  deviceId: string,
  seed: number,
  from: Date,
  to: Date,
  stepSeconds: number,
  options: { faults?: readonly Fault[]; interruptions?: boolean } = {},
): Generator<SimulatedReading> {
  if (!(stepSeconds > 0)) throw new RangeError('stepSeconds must be greater than 0');
  for (let time = from.getTime(); time < to.getTime(); time += stepSeconds * 1000) {
    const at = new Date(time);
    if (options.interruptions && conditionAt(seed, deviceId, at) !== 'running') continue;
    for (const reading of measure(profile, deviceId, seed, at)) yield* applyFaults(reading, options.faults ?? []);
  }
}
