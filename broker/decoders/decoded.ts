import type { z } from 'zod';
import type { CanonicalReading, CanonicalResult, FieldMapping, Vitals } from '../ports.ts';
import type { TopicMatch } from '../topic-pattern.ts';

export interface DecodeContext {
  device: string;
  receivedAt: Date;
  /**
   * The time of measurement for a device without a clock: `receivedAt`, moved by milliseconds where several messages were
   * received at once, since two readings of one metric cannot share a time.
   */
  arrival: Date;
  /** How far a device's clock may run ahead. */
  futureMs: number;
  largestArray: number;
  topic: string;
  /** What the topic said in the places of the format's pattern. */
  match: TopicMatch;
  /** How this device's names become metrics, for the formats that need it. */
  mapping?: FieldMapping | undefined;
  /** The same for all messages of one connection, for formats that announce names once and then use them. */
  connection: object;
}

/** An answer to the sender alone. */
export interface Reply {
  topic: string;
  payload: Buffer;
}

/** What a message held, item by item: nothing is left out of `items` without a reason in `faults`. */
export interface Decoded<Item> {
  items: Item[];
  /** Each names its field, and its index where the message is an array. */
  faults: string[];
  /** The message says that these devices came or went. */
  statuses?: { device: string; status: 'online' | 'offline' }[];
  vitals?: Vitals;
  replies?: Reply[];
  /** Commands, by name, that the message shows to have been carried out. */
  commandsDone?: string[];
  /** Messages of the sender that must have been lost before this one. */
  missing?: number;
}

/** One payload format of one kind of content. A new vendor is a new file with one of these. */
export interface Decoder<Item> {
  name: string;
  /** Is the payload in this format? The first decoder of a table that says yes has it. */
  recognizes(payload: Buffer): boolean;
  decode(payload: Buffer, context: DecodeContext): Decoded<Item> | Promise<Decoded<Item>>;
}

export interface ReadingsDecoder extends Decoder<CanonicalReading> {
  /** Who sends it, and on which topics (patterns of `topic-pattern.ts`). */
  topics: readonly { who: 'device' | 'integration'; topic: string }[];
  /** Names come from the vendor, so the device's mapping is looked up. */
  needsMapping: boolean;
  /** A message cannot be read without those before it. */
  inOrder?: boolean;
}

export type ResultsDecoder = Decoder<CanonicalResult>;

export type Item<Value> = { ok: true; value: Value } | { ok: false; fault: string };

/** Decodes an object, or each element of an array; a fault of one element leaves the others. */
export function decodeEach<Value>(
  parsed: unknown,
  largestArray: number,
  decodeOne: (item: unknown) => Item<Value>,
): Decoded<Value> {
  if (!Array.isArray(parsed)) return collect([decodeOne(parsed)], false);
  const fault = faultOfArray(parsed, largestArray);
  return fault ? { items: [], faults: [fault] } : collect(parsed.map(decodeOne), true);
}

export function faultOfArray(array: readonly unknown[], largestArray: number): string | null {
  if (array.length === 0) return 'the array is empty';
  if (array.length <= largestArray) return null;
  return `the array has ${array.length} items, at most ${largestArray} are taken; send it in parts`;
}

/** Sorts what could be read from what could not; `null` held nothing. `numbered` puts the place in front of each fault. */
export function collect<Value>(each: readonly (Item<Value> | null)[], numbered: boolean): Decoded<Value> {
  const decoded: Decoded<Value> = { items: [], faults: [] };
  for (const [index, item] of each.entries()) {
    if (item === null) continue;
    if (item.ok) decoded.items.push(item.value);
    else decoded.faults.push(numbered ? `[${index}] ${item.fault}` : item.fault);
  }
  return decoded;
}

/** A message of which nothing can be taken. */
export function refused<Value>(reason: string): Decoded<Value> {
  return { items: [], faults: [reason] };
}

/** The issues of a refused item as one line: `value: must be a number; at: must be …`. */
export function describeIssues(error: z.ZodError): string {
  return error.issues.map((issue) => [...issue.path.map(String), ''].join(': ') + issue.message).join('; ');
}
