import { z } from 'zod';
import type { CanonicalReading } from '../ports.ts';
import { frameName } from './chirpstack.ts';
import normalized from './data/things-stack-normalized.json' with { type: 'json' };
import { type DecodeContext, type Decoded, describeIssues, type ReadingsDecoder, refused } from './decoded.ts';
import { type Field, leavesOf, type Moment, readFields } from './fields.ts';
import { instantText } from './instant.ts';
import { parseJson } from './json-text.ts';

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
    return checked.success ? decodeUplink(checked.data, context) : refused(describeIssues(checked.error));
  },
} satisfies ReadingsDecoder;

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
