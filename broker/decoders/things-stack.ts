import { z } from 'zod';
import type { CanonicalReading } from '../ports.ts';
import { frameName } from './chirpstack.ts';
import normalized from './data/things-stack-normalized.json' with { type: 'json' };
import { type DecodeContext, type Decoded, describeIssues, type ReadingsDecoder, refused } from './decoded.ts';
import { type Field, leavesOf, type Moment, readFields } from './fields.ts';
import { instantText } from './instant.ts';
import { parseJson } from './json-text.ts';
import { gateways, heardBy } from './radio.ts';

const payloadObject = z.record(z.string(), z.unknown());

/** The part of an uplink message of The Things Stack 3 that is read. What is 0, false or empty is left out by the sender. */
const uplink = z.object({
  end_device_ids: z.object({ device_id: z.string() }),
  received_at: instantText.optional(),
  uplink_message: z.object({
    session_key_id: z.string().default(''),
    f_cnt: z.int().nonnegative().default(0),
    frm_payload: z.string().default(''),
    decoded_payload: payloadObject.optional(),
    normalized_payload: z.union([payloadObject.transform((one) => [one]), z.array(payloadObject)]).optional(),
    received_at: instantText.optional(),
    rx_metadata: gateways,
    last_battery_percentage: z
      .object({ value: z.number().default(0), received_at: instantText })
      .optional()
      .catch(undefined),
  }),
});

/** Uplinks of The Things Stack 3, forwarded by its Pub/Sub integration or by a bridge of its MQTT server. */
export const thingsStack = {
  name: 'The Things Stack 3 uplink',
  topics: [{ who: 'integration', topic: 'v3/{any}/devices/{child}/up' }],
  needsMapping: true,
  recognizes: () => true,
  decode(payload: Buffer, context: DecodeContext) {
    const parsed = parseJson(payload);
    if (!parsed.ok) return refused(parsed.reason);
    const checked = uplink.safeParse(parsed.value);
    return checked.success ? withCondition(checked.data, context) : refused(describeIssues(checked.error));
  },
} satisfies ReadingsDecoder;

/** With how the network heard it, and the battery charge that the device last told the network of. */
function withCondition(message: z.infer<typeof uplink>, context: DecodeContext): Decoded<CanonicalReading> {
  const decoded = decodeUplink(message, context);
  const { rx_metadata: heard, last_battery_percentage: battery } = message.uplink_message;
  const vitals = heardBy(heard);
  if (decoded.items.length === 0) return decoded;
  const told = battery && isNews(context, battery.received_at) ? batteryOf(battery, context) : noBattery;
  return {
    items: [...decoded.items, ...told.items],
    faults: [...decoded.faults, ...told.faults],
    ...(vitals && { vitals }),
  };
}

const noBattery: Decoded<CanonicalReading> = { items: [], faults: [] };

function batteryOf(battery: { value: number; received_at: string }, context: DecodeContext) {
  const field = { name: 'last_battery_percentage', value: battery.value, metric: 'battery', unit: '%' };
  return readFields([field], { at: new Date(battery.received_at), timeSource: 'network' }, context);
}

const lastTold = new WeakMap<object, Map<string, string>>();

/** Every uplink repeats the last charge: it is read once. After a new connection it is read again, and known as a repeat. */
function isNews({ connection, device }: DecodeContext, receivedAt: string): boolean {
  const told = lastTold.get(connection) ?? new Map<string, string>();
  lastTold.set(connection, told);
  if (told.get(device) === receivedAt) return false;
  told.set(device, receivedAt);
  return true;
}

function decodeUplink(message: z.infer<typeof uplink>, context: DecodeContext): Decoded<CanonicalReading> {
  const { device_id: device } = message.end_device_ids;
  if (device !== context.match.child)
    return refused(`end_device_ids.device_id: ${device} is not the device of the topic`);
  const { uplink_message: frame } = message;
  // The network server heard the frame before the application server did.
  const heard = frame.received_at ?? message.received_at;
  const moment: Moment = {
    at: heard === undefined ? context.arrival : new Date(heard),
    timeSource: heard === undefined ? 'received' : 'network',
    sequence: frame.f_cnt,
    frame: frameName(frame.session_key_id, frame.f_cnt, frame.frm_payload),
  };
  if (frame.normalized_payload) return decodeNormalized(frame.normalized_payload, moment, context);
  if (frame.decoded_payload) return readFields(leavesOf(frame.decoded_payload), moment, context);
  return refused('The message has no decoded payload: give the device a payload formatter.');
}

/** Metric and unit of the device repository's vocabulary, by its field. */
const vocabulary = new Map(normalized.fields.map((row) => [row.field, row]));

/** Fixed names and units, so no mapping is needed; a measurement may bring its own time. */
function decodeNormalized(
  measurements: Record<string, unknown>[],
  moment: Moment,
  context: DecodeContext,
): Decoded<CanonicalReading> {
  const parts = measurements.map(({ time, ...values }) => {
    const measured = instantText.safeParse(time);
    const own: Moment = measured.success ? { ...moment, at: new Date(measured.data), timeSource: 'device' } : moment;
    return readFields(leavesOf(values).map(named), own, context);
  });
  return { items: parts.flatMap(({ items }) => items), faults: parts.flatMap(({ faults }) => faults) };
}

function named(field: Field): Field {
  const row = vocabulary.get(field.name);
  return row ? { ...field, metric: row.metric, unit: row.unit } : field;
}
