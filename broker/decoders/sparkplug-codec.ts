import { roundFloat32 } from 'cbor-x';

/** A metric of a Sparkplug B payload in plain values. */
export interface SparkplugMetric {
  name?: string;
  alias?: string;
  /** Milliseconds since 1970. */
  timestamp?: number;
  datatype?: number;
  isNull: boolean;
  /** The value as the datatype reads it; DATA messages may leave the type to the birth. */
  valueAs(datatype: number | undefined): number | boolean | string | undefined;
}

export interface SparkplugPayload {
  timestamp?: number;
  sequence?: number;
  compressed: boolean;
  metrics: SparkplugMetric[];
}

export interface SparkplugCodec {
  /** @throws when the bytes are no Sparkplug payload */
  decode(payload: Buffer): SparkplugPayload;
  /** The command that makes an edge node announce itself and its metrics again. */
  rebirth(at: Date): Buffer;
  /** Sets a metric to true, which is how a device is told to do something. */
  command(metric: string, at: Date): Buffer;
}

let loading: Promise<SparkplugCodec> | undefined;

/** Loaded with the first Sparkplug message: most installations have none, and the codec takes its share of memory. */
export function sparkplugCodec(): Promise<SparkplugCodec> {
  loading ??= load();
  return loading;
}

/** Data types (Sparkplug 3.0, section 6.4.16). */
const INT8 = 1;
const INT16 = 2;
const INT32 = 3;
const INT64 = 4;
const BOOLEAN = 11;

interface WireMetric {
  name?: string | null;
  alias?: WireNumber;
  timestamp?: WireNumber;
  datatype?: number | null;
  isNull?: boolean | null;
  intValue?: number | null;
  longValue?: WireNumber;
  floatValue?: number | null;
  doubleValue?: number | null;
  booleanValue?: boolean | null;
  stringValue?: string | null;
}

type WireNumber = number | { toString(): string } | null | undefined;

async function load(): Promise<SparkplugCodec> {
  const { default: proto } = await import('sparkplug-payload/lib/sparkplugPayloadProto.js');
  const { Payload } = proto.org.eclipse.tahu.protobuf;
  const commandOf = (name: string, at: Date) => {
    const metric = { name, datatype: BOOLEAN, booleanValue: true };
    return Buffer.from(Payload.encode({ timestamp: at.getTime(), metrics: [metric] }).finish());
  };
  return {
    decode(bytes) {
      const wire = Payload.decode(bytes);
      const own = (field: 'timestamp' | 'seq') => (Object.hasOwn(wire, field) ? numberOf(wire[field]) : undefined);
      return {
        ...present({ timestamp: own('timestamp'), sequence: own('seq') }),
        compressed: wire.uuid === 'SPBV1.0_COMPRESSED',
        metrics: wire.metrics.map(plainMetric),
      };
    },
    rebirth: (at) => commandOf('Node Control/Rebirth', at),
    command: commandOf,
  };
}

function plainMetric(wire: WireMetric): SparkplugMetric {
  const own = <Name extends keyof WireMetric>(field: Name) => (Object.hasOwn(wire, field) ? wire[field] : undefined);
  const alias = own('alias');
  return {
    ...present({
      name: own('name') || undefined,
      alias: alias === undefined || alias === null ? undefined : alias.toString(),
      timestamp: numberOf(own('timestamp')),
      datatype: own('datatype') || undefined,
    }),
    isNull: own('isNull') === true,
    valueAs: (datatype) => readValue(wire, datatype),
  };
}

function readValue(wire: WireMetric, datatype: number | undefined): number | boolean | string | undefined {
  if (isOwn(wire, 'booleanValue')) return wire.booleanValue ?? undefined;
  if (isOwn(wire, 'stringValue')) return wire.stringValue ?? undefined;
  if (isOwn(wire, 'doubleValue')) return wire.doubleValue ?? undefined;
  if (isOwn(wire, 'floatValue')) return roundFloat32(wire.floatValue ?? Number.NaN);
  if (isOwn(wire, 'intValue')) return signed(wire.intValue ?? 0, datatype);
  if (!isOwn(wire, 'longValue')) return undefined;
  const whole = BigInt(wire.longValue?.toString() ?? 0);
  return Number(datatype === INT64 ? BigInt.asIntN(64, whole) : whole);
}

function isOwn(wire: WireMetric, field: keyof WireMetric): boolean {
  return Object.hasOwn(wire, field) && wire[field] !== null;
}

/** Signed types travel as their two's complement in an unsigned field. */
function signed(value: number, datatype: number | undefined): number {
  if (datatype === INT8) return (value << 24) >> 24;
  if (datatype === INT16) return (value << 16) >> 16;
  return datatype === INT32 ? value | 0 : value;
}

function numberOf(value: WireNumber): number | undefined {
  return value === null || value === undefined ? undefined : Number(value.toString());
}

function present<Fields extends object>(fields: Fields): { [Name in keyof Fields]?: NonNullable<Fields[Name]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Fields]?: NonNullable<Fields[Name]>;
  };
}
