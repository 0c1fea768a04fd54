import type { CanonicalReading } from '../ports.ts';
import { type DecodeContext, type Decoded, type ReadingsDecoder, refused } from './decoded.ts';
import { type Field, readFields } from './fields.ts';
import { type SparkplugCodec, type SparkplugMetric, type SparkplugPayload, sparkplugCodec } from './sparkplug-codec.ts';
import { commandsAmong, commandsDoneBy } from './sparkplug-controls.ts';

/** What an edge node has announced in this connection. */
interface Edge {
  group: string;
  /** The number that the next message must carry, 0 to 255. */
  expected: number;
  deathNumber: number | undefined;
  /** Of the node itself (`''`) and of each device behind it: what its aliases stand for. */
  births: Map<string, Map<string, { name: string; datatype: number | undefined }>>;
  /** The registered ids of what is online. */
  online: Map<string, string>;
  askedForRebirth: boolean;
}

type MessageType = 'NBIRTH' | 'NDATA' | 'NDEATH' | 'DBIRTH' | 'DDATA' | 'DDEATH';

const node = (type: MessageType) => ({ who: 'integration' as const, topic: `spBv1.0/{any}/${type}/{own}` });
const behind = (type: MessageType) => ({ who: 'integration' as const, topic: `spBv1.0/{any}/${type}/{own}/{child}` });

/** Sparkplug's own housekeeping, which measures nothing. */
const HOUSEKEEPING = /^(bdSeq$|(Node|Device) (Control|Info)\/)/;

const edges = new WeakMap<object, Edge>();

/**
 * Sparkplug B (3.0). The edge node signs in as the gateway of its name; node metrics are the gateway's, device metrics those
 * of the device registered behind it. What comes before a birth, or with an unknown alias, cannot be read without guessing:
 * it is kept with the reason, and the node is asked for a rebirth, which brings the present values of all metrics.
 */
export const sparkplug = {
  name: 'Sparkplug B',
  topics: [node('NBIRTH'), node('NDATA'), node('NDEATH'), behind('DBIRTH'), behind('DDATA'), behind('DDEATH')],
  needsMapping: true,
  inOrder: true,
  recognizes: () => true,
  async decode(bytes: Buffer, context: DecodeContext): Promise<Decoded<CanonicalReading>> {
    const codec = await sparkplugCodec();
    let payload: SparkplugPayload;
    try {
      payload = codec.decode(bytes);
    } catch (error) {
      return refused(`The message is no Sparkplug B payload: ${error instanceof Error ? error.message : error}`);
    }
    if (payload.compressed) return refused('The payload is compressed; turn compression off at the edge node.');
    return decodePayload(payload, context.topic.split('/')[2] as MessageType, context, codec);
  },
} satisfies ReadingsDecoder;

function decodePayload(
  payload: SparkplugPayload,
  type: MessageType,
  context: DecodeContext,
  codec: SparkplugCodec,
): Decoded<CanonicalReading> {
  if (type === 'NBIRTH') return nodeBirth(payload, context);
  const [group = ''] = context.match.any;
  const edge = edges.get(context.connection);
  if (type === 'NDEATH') return nodeDeath(payload, edge);
  if (!edge || edge.group !== group)
    return { ...refused('came before the birth of its edge node'), replies: [rebirth(context, codec)] };
  const child = context.match.child ?? '';
  const missing = countMissing(edge, payload.sequence);
  if (type === 'DBIRTH') announce(edge, child, payload, context.device);
  const decoded =
    type === 'DDEATH' ? deviceDeath(edge, child, context.device) : readData(edge, child, payload, context);
  if (type === 'DBIRTH') decoded.vitals = { commands: commandsOf(payload, context) };
  if (type === 'DBIRTH' || type === 'DDATA') {
    const done = commandsDoneBy(type, namedMetrics(payload, edge.births.get(child)));
    if (done.length > 0) decoded.commandsDone = done;
  }
  const lost = missing > 0 || decoded.faults.some((fault) => fault.includes(UNANNOUNCED));
  if (!lost || edge.askedForRebirth) return { ...decoded, ...(missing > 0 && { missing }) };
  edge.askedForRebirth = true;
  return { ...decoded, ...(missing > 0 && { missing }), replies: [rebirth(context, codec)] };
}

function nodeBirth(payload: SparkplugPayload, context: DecodeContext): Decoded<CanonicalReading> {
  const [group = ''] = context.match.any;
  const edge: Edge = {
    group,
    expected: ((payload.sequence ?? 0) + 1) % 256,
    deathNumber: deathNumberOf(payload),
    births: new Map(),
    online: new Map(),
    askedForRebirth: false,
  };
  edges.set(context.connection, edge);
  announce(edge, '', payload, context.device);
  return readData(edge, '', payload, context);
}

/** The last will of an earlier connection may arrive after the birth of the next: its number tells them apart. */
function nodeDeath(payload: SparkplugPayload, edge: Edge | undefined): Decoded<CanonicalReading> {
  if (!edge || edge.deathNumber !== deathNumberOf(payload)) return { items: [], faults: [], statuses: [] };
  const statuses = [...edge.online.values()].map((device) => ({ device, status: 'offline' as const }));
  edge.births.clear();
  edge.online.clear();
  return { items: [], faults: [], statuses };
}

function deviceDeath(edge: Edge, child: string, device: string): Decoded<CanonicalReading> {
  edge.births.delete(child);
  edge.online.delete(child);
  return { items: [], faults: [], statuses: [{ device, status: 'offline' }] };
}

function announce(edge: Edge, child: string, { metrics }: SparkplugPayload, device: string): void {
  const aliases = metrics.flatMap(({ name, alias, datatype }) =>
    name !== undefined && alias !== undefined ? [[alias, { name, datatype }] as const] : [],
  );
  edge.births.set(child, new Map(aliases));
  edge.online.set(child, device);
}

const UNANNOUNCED = 'was not announced in a birth';

function readData(
  edge: Edge,
  child: string,
  payload: SparkplugPayload,
  context: DecodeContext,
): Decoded<CanonicalReading> {
  const announced = edge.births.get(child);
  if (!announced) return refused(`${child} ${UNANNOUNCED}`);
  const decoded: Decoded<CanonicalReading> = {
    items: [],
    faults: [],
    statuses: [{ device: context.device, status: 'online' }],
  };
  const fieldsByTime = new Map<number | undefined, Field[]>();
  for (const metric of payload.metrics) {
    const field = fieldOf(metric, announced);
    if (typeof field === 'string') decoded.faults.push(field);
    else if (!HOUSEKEEPING.test(field.name)) {
      const time = metric.timestamp ?? payload.timestamp;
      fieldsByTime.set(time, [...(fieldsByTime.get(time) ?? []), field]);
    }
  }
  for (const [time, fields] of fieldsByTime) {
    const moment =
      time === undefined
        ? { at: context.arrival, timeSource: 'received' as const }
        : { at: new Date(time), timeSource: 'device' as const };
    const part = readFields(fields, moment, context);
    decoded.items.push(...part.items);
    decoded.faults.push(...part.faults);
  }
  return decoded;
}

type Announced = ReadonlyMap<string, { name: string; datatype: number | undefined }>;

function fieldOf(metric: SparkplugMetric, announced: Announced): Field | string {
  const birth = metric.alias === undefined ? undefined : announced.get(metric.alias);
  const name = metric.name ?? birth?.name;
  if (name === undefined) return `alias ${metric.alias}: ${UNANNOUNCED}`;
  return { name, value: metric.isNull ? undefined : metric.valueAs(metric.datatype ?? birth?.datatype) };
}

function namedMetrics({ metrics }: SparkplugPayload, announced: Announced = new Map()): Field[] {
  return metrics.map((metric) => fieldOf(metric, announced)).filter((field) => typeof field !== 'string');
}

/** How many messages of the edge node must have been lost in front of this one; the counter goes from 255 back to 0. */
function countMissing(edge: Edge, sequence: number | undefined): number {
  if (sequence === undefined) return 0;
  const missing = (sequence - edge.expected + 256) % 256;
  edge.expected = (sequence + 1) % 256;
  return missing;
}

function commandsOf({ metrics }: SparkplugPayload, { topic }: DecodeContext) {
  return { topic: topic.replace('/DBIRTH/', '/DCMD/'), takes: commandsAmong(metrics) };
}

function deathNumberOf({ metrics }: SparkplugPayload): number | undefined {
  const metric = metrics.find(({ name }) => name === 'bdSeq');
  return metric && Number(metric.valueAs(metric.datatype));
}

function rebirth(context: DecodeContext, codec: SparkplugCodec) {
  const [, group, , edge] = context.topic.split('/');
  return { topic: `spBv1.0/${group}/NCMD/${edge}`, payload: codec.rebirth(context.receivedAt) };
}
