import type { CanonicalReading, CanonicalResult } from '../ports.ts';
import type { DecodeContext, Decoded, Decoder, ReadingsDecoder, ResultsDecoder } from './decoded.ts';
import { readingsJson } from './readings-json.ts';
import { resultsJson } from './results-json.ts';

/**
 * Formats by content; the topic rules say which topic holds which content. The first format that recognizes a payload
 * decodes it, so the plain JSON ones, which recognize everything, stay last.
 */
const decoders = {
  readings: [readingsJson] satisfies ReadingsDecoder[],
  results: [resultsJson] satisfies ResultsDecoder[],
};

export function decodeReadings(payload: Buffer, context: DecodeContext): Decoded<CanonicalReading> {
  return decodeBy(decoders.readings, payload, context);
}

export function decodeResults(payload: Buffer, context: DecodeContext): Decoded<CanonicalResult> {
  return decodeBy(decoders.results, payload, context);
}

function decodeBy<Item>(formats: readonly Decoder<Item>[], payload: Buffer, context: DecodeContext): Decoded<Item> {
  const format = formats.find((one) => one.recognizes(payload));
  return format?.decode(payload, context) ?? { items: [], faults: ['The message is in no format known here.'] };
}
