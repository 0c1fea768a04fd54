import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { CanonicalReading } from '../ports.ts';
import { type DecodeContext, type Decoded, describeIssues, type ReadingsDecoder, refused } from './decoded.ts';
import { leavesOf, readFields } from './fields.ts';
import { instantText } from './instant.ts';
import { parseJson } from './json-text.ts';
import { gateways, heardBy } from './radio.ts';

/** The part of ChirpStack's `integration.UplinkEvent` that is read. Protobuf's JSON leaves out what is 0, false or empty. */
const uplink = z.object({
  deviceInfo: z.object({ devEui: z.string() }),
  time: instantText.optional(),
  devAddr: z.string().default(''),
  fCnt: z.int().nonnegative().default(0),
  data: z.string().default(''),
  object: z.record(z.string(), z.unknown()).optional(),
  joinServerContext: z.unknown().optional(),
  rxInfo: gateways,
});

/** Uplink events of ChirpStack 4's MQTT integration, in JSON. Values come from the codec of the device profile (`object`). */
export const chirpstack = {
  name: 'ChirpStack 4 uplink',
  topics: [{ who: 'integration', topic: 'application/{any}/device/{child}/event/up' }],
  needsMapping: true,
  recognizes: () => true,
  decode(payload: Buffer, context: DecodeContext) {
    const parsed = parseJson(payload);
    if (!parsed.ok) return refused(parsed.reason);
    if (isVersion3(parsed.value))
      return refused('This is an event of ChirpStack 3, whose names differ; update the server to ChirpStack 4.');
    const checked = uplink.safeParse(parsed.value);
    return checked.success ? decodeUplink(checked.data, context) : refused(describeIssues(checked.error));
  },
} satisfies ReadingsDecoder;

function decodeUplink(event: z.infer<typeof uplink>, context: DecodeContext): Decoded<CanonicalReading> {
  const { devEui } = event.deviceInfo;
  if (devEui.toLowerCase() !== context.match.child?.toLowerCase())
    return refused(`deviceInfo.devEui: ${devEui} is not the device of the topic`);
  if (event.joinServerContext !== undefined && event.joinServerContext !== null)
    return refused('The payload is still encrypted (joinServerContext): ChirpStack needs the application session key.');
  if (!event.object)
    return refused(
      'The event has no decoded object: give the device profile a codec, so that ChirpStack decodes the payload.',
    );
  const vitals = heardBy(event.rxInfo);
  const decoded = readFields(
    leavesOf(event.object),
    {
      at: event.time === undefined ? context.arrival : new Date(event.time),
      timeSource: event.time === undefined ? 'received' : 'network',
      sequence: event.fCnt,
      frame: frameName(event.devAddr, event.fCnt, event.data),
    },
    context,
  );
  return { ...decoded, ...(vitals && { vitals }) };
}

/** The session (a new one with each join), the frame counter in it, and what the frame held: a repeat has all three. */
export function frameName(session: string, counter: number, content: string): string {
  return `${session}:${counter}:${createHash('sha256').update(content).digest('base64url').slice(0, 12)}`;
}

function isVersion3(value: unknown): boolean {
  return typeof value === 'object' && value !== null && ('applicationID' in value || 'devEUI' in value);
}
