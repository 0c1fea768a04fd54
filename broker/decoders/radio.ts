import { z } from 'zod';
import type { Vitals } from '../ports.ts';

/** How gateways heard a frame; Protobuf's JSON leaves out a ratio of 0. What is none is no reason to refuse the readings. */
export const gateways = z
  .array(z.object({ rssi: z.number().optional(), snr: z.number().optional() }))
  .optional()
  .catch(undefined);

/** As the gateway heard it that heard it best. */
export function heardBy(heard: z.infer<typeof gateways>): Pick<Vitals, 'rssi' | 'snr'> | undefined {
  const known = (heard ?? []).flatMap(({ rssi, snr = 0 }) => (rssi === undefined ? [] : [{ rssi, snr }]));
  return known.toSorted((a, b) => b.rssi - a.rssi)[0];
}
