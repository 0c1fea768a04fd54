import { z } from 'zod';
import type { CanonicalReading } from '../ports.ts';
import { type DecodeContext, type Decoded, describeIssues, type ReadingsDecoder, refused } from './decoded.ts';
import { readFields } from './fields.ts';
import { instantText } from './instant.ts';
import { parseJson } from './json-text.ts';

/** The part of ChirpStack's `integration.StatusEvent` that is read. What is 0 or false is left out by the sender. */
const statusEvent = z.object({
  deviceInfo: z.object({ devEui: z.string() }),
  time: instantText.optional(),
  externalPowerSource: z.boolean().default(false),
  batteryLevelUnavailable: z.boolean().default(false),
  batteryLevel: z.number().default(0),
});

/** Status events of ChirpStack 4: the battery charge in percent as a reading, or that there is none to run down. */
export const chirpstackStatus = {
  name: 'ChirpStack 4 status',
  topics: [{ who: 'integration', topic: 'application/{any}/device/{child}/event/status' }],
  needsMapping: true,
  recognizes: () => true,
  decode(payload: Buffer, context: DecodeContext) {
    const parsed = parseJson(payload);
    if (!parsed.ok) return refused(parsed.reason);
    const checked = statusEvent.safeParse(parsed.value);
    return checked.success ? decodeStatus(checked.data, context) : refused(describeIssues(checked.error));
  },
} satisfies ReadingsDecoder;

function decodeStatus(event: z.infer<typeof statusEvent>, context: DecodeContext): Decoded<CanonicalReading> {
  const { devEui } = event.deviceInfo;
  if (devEui.toLowerCase() !== context.match.child?.toLowerCase())
    return refused(`deviceInfo.devEui: ${devEui} is not the device of the topic`);
  const vitals = { externalPower: event.externalPowerSource };
  if (event.externalPowerSource || event.batteryLevelUnavailable) return { items: [], faults: [], vitals };
  const heard = event.time === undefined ? undefined : new Date(event.time);
  const battery = { name: 'batteryLevel', value: event.batteryLevel, metric: 'battery', unit: '%' };
  const moment = { at: heard ?? context.arrival, timeSource: heard ? ('network' as const) : ('received' as const) };
  return { ...readFields([battery], moment, context), vitals };
}
