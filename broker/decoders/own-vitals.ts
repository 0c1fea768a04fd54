import { z } from 'zod';
import type { CanonicalReading, Vitals } from '../ports.ts';
import { canonical } from '../units/canonical.ts';
import type { DecodeContext, Decoded } from './decoded.ts';
import { doubtAbout, INSTANT } from './instant.ts';

/** What an object of our own JSON may tell of the device itself, beside a reading or alone. */
const members = {
  rssi: z.number('must be a number of dBm'),
  snr: z.number('must be a number of dB'),
  firmware: z.string('must be text').min(1, 'must not be empty').max(64, 'must have at most 64 characters'),
};
const names = ['battery', ...(Object.keys(members) as (keyof typeof members)[])] as const;

type Told = Partial<Record<(typeof names)[number] | 'at', unknown>>;

export function tellsOfItself(item: unknown): item is Told {
  return typeof item === 'object' && item !== null && names.some((name) => Object.hasOwn(item, name));
}

/** Is there a reading beside it? */
export function hasReading(item: object): boolean {
  return 'metric' in item || 'value' in item;
}

/**
 * Signal and firmware of a message; its battery charge, in percent, as a reading of the moment the object names. What is wrong
 * is named and leaves the rest.
 */
export function ownVitals(items: readonly unknown[], context: DecodeContext): Decoded<CanonicalReading> {
  const vitals: Vitals = {};
  const faults: string[] = [];
  const charges = new Map<number, CanonicalReading>();
  for (const [index, item] of items.entries()) {
    if (!tellsOfItself(item)) continue;
    const place = items.length > 1 ? `[${index}] ` : '';
    for (const name of Object.keys(members) as (keyof typeof members)[]) {
      if (!Object.hasOwn(item, name)) continue;
      const read = members[name].safeParse(item[name]);
      if (read.success) Object.assign(vitals, { [name]: read.data });
      else faults.push(`${place}${name}: ${read.error.issues[0]?.message}`);
    }
    if (!Object.hasOwn(item, 'battery')) continue;
    const charge = chargeOf(item, context);
    if (typeof charge === 'string') faults.push(place + charge);
    else charges.set(charge.at.getTime(), charge);
  }
  return { items: [...charges.values()], faults, ...(Object.keys(vitals).length > 0 && { vitals }) };
}

function chargeOf({ battery, at: written }: Told, { device, receivedAt, arrival, futureMs }: DecodeContext) {
  if (typeof battery !== 'number') return 'battery: must be a number of percent';
  const charge = canonical('battery', battery, undefined);
  if (!charge.ok) return `battery: ${charge.reason}`;
  const ownTime = typeof written === 'string' && INSTANT.test(written) ? new Date(written) : undefined;
  if (written !== undefined && (!ownTime || doubtAbout(ownTime, receivedAt, futureMs)))
    return 'battery: has no time that can be true';
  return {
    ...{ device, metric: 'battery', value: charge.value, unit: charge.unit, at: ownTime ?? arrival, receivedAt },
    timeSource: ownTime ? ('device' as const) : ('received' as const),
  };
}
