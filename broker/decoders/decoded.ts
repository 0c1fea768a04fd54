import type { z } from 'zod';
import type { CanonicalReading, CanonicalResult } from '../ports.ts';

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
}

/** What a message held, item by item: nothing is left out of `items` without a reason in `faults`. */
export interface Decoded<Item> {
  items: Item[];
  /** Each names its field, and its index where the message is an array. */
  faults: string[];
}

/** One payload format of one kind of content. A new vendor is a new file with one of these. */
export interface Decoder<Item> {
  name: string;
  /** Is the payload in this format? The first decoder of a table that says yes has it. */
  recognizes(payload: Buffer): boolean;
  decode(payload: Buffer, context: DecodeContext): Decoded<Item>;
}

export type ReadingsDecoder = Decoder<CanonicalReading>;
export type ResultsDecoder = Decoder<CanonicalResult>;

export type Item<Value> = { ok: true; value: Value } | { ok: false; fault: string };

/** Decodes an object, or each element of an array; a fault of one element leaves the others. */
export function decodeEach<Value>(
  parsed: unknown,
  largestArray: number,
  decodeOne: (item: unknown) => Item<Value>,
): Decoded<Value> {
  if (!Array.isArray(parsed)) {
    const item = decodeOne(parsed);
    return item.ok ? { items: [item.value], faults: [] } : { items: [], faults: [item.fault] };
  }
  if (parsed.length === 0) return { items: [], faults: ['the array is empty'] };
  if (parsed.length > largestArray)
    return {
      items: [],
      faults: [`the array has ${parsed.length} items, at most ${largestArray} are taken; send it in parts`],
    };
  const decoded: Decoded<Value> = { items: [], faults: [] };
  for (const [index, element] of parsed.entries()) {
    const item = decodeOne(element);
    if (item.ok) decoded.items.push(item.value);
    else decoded.faults.push(`[${index}] ${item.fault}`);
  }
  return decoded;
}

/** The issues of a refused item as one line: `value: must be a number; at: must be …`. */
export function describeIssues(error: z.ZodError): string {
  return error.issues.map((issue) => [...issue.path.map(String), ''].join(': ') + issue.message).join('; ');
}
