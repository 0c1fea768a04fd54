import type { DecodeContext } from '../decoders/decoded.ts';

/** The circumstances of a message, with what matters to the test changed. */
export function decodeContext(changes: Partial<DecodeContext> = {}): DecodeContext {
  const receivedAt = changes.receivedAt ?? new Date('2026-07-01T04:00:00Z');
  return {
    device: 'cold-room-1',
    receivedAt,
    arrival: receivedAt,
    futureMs: 24 * 3_600_000,
    largestArray: 1000,
    topic: 'agritrace/v1/cold-room-1/readings',
    match: { any: [] },
    connection: {},
    ...changes,
  };
}

export const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));
