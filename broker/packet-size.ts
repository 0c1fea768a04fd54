import type { Socket } from 'node:net';

/** The packet type of PUBLISH (MQTT 3.1.1, 2.2.1). */
export const PUBLISH = 3;

/** A packet whose fixed header announces more bytes than allowed. */
export interface OversizedPacket {
  type: number;
  qos: number;
  /** Announced bytes after the fixed header; `Infinity` when the length field itself is malformed. */
  length: number;
  /** What has already arrived after the fixed header: at most one read of the socket. */
  beginning: Buffer;
}

/** Follows the packet boundaries of a byte stream without keeping any of it. */
export class PacketScanner {
  #toSkip = 0;
  #header: number[] = [];

  /** The first packet in the chunk that is larger than `limit`, and the offset in the chunk where it begins. */
  scan(chunk: Buffer, limit: number): { packet: OversizedPacket; offset: number } | null {
    let position = 0;
    let start = 0;
    while (position < chunk.length) {
      if (this.#toSkip > 0) {
        const step = Math.min(this.#toSkip, chunk.length - position);
        this.#toSkip -= step;
        position += step;
        continue;
      }
      if (this.#header.length === 0) start = position;
      this.#header.push(chunk.readUInt8(position));
      position += 1;
      const length = remainingLength(this.#header);
      if (length === null) continue;
      const first = this.#header[0] ?? 0;
      this.#header = [];
      if (length > limit) {
        const packet = { type: first >> 4, qos: (first >> 1) & 3, length, beginning: chunk.subarray(position) };
        return { packet, offset: start };
      }
      this.#toSkip = length;
    }
    return null;
  }
}

/** MQTT 3.1.1, 2.2.3: seven bits a byte, at most four bytes. `null`: more bytes are needed. */
function remainingLength(header: number[]): number | null {
  const bytes = header.slice(1);
  const last = bytes.at(-1);
  if (last === undefined) return null;
  if (last & 0x80) return bytes.length === 4 ? Number.POSITIVE_INFINITY : null;
  return bytes.reduce((sum, byte, index) => sum + (byte & 0x7f) * 128 ** index, 0);
}

/** Bytes are thrown away for so long while the peer learns that the connection is closed: a reset could overtake an acknowledgement. */
const LINGER_MS = 1000;

/**
 * Closes the connection at a packet larger than the limit, without buffering it.
 *
 * It sits in `read`, the one place where Aedes takes bytes from a connection, so no second stream is needed. Packets that
 * came in front of the large one are still handled.
 *
 * @param limit bytes allowed at this moment; it may grow with sign-in. Negative: read nothing more (the broker is stopping).
 * @param onOversized resolves when the connection may be closed: when the packets in front have been acknowledged
 */
export function guardPacketSize(
  socket: Socket,
  limit: () => number,
  onOversized: (packet: OversizedPacket) => Promise<void>,
): void {
  const read = socket.read.bind(socket);
  const scanner = new PacketScanner();
  let finished = false;
  socket.read = (size?: number): Buffer | null => {
    const allowed = limit();
    if (allowed < 0) return null;
    const chunk: Buffer | null = read(size);
    if (finished) return null;
    const oversized = chunk && scanner.scan(chunk, allowed);
    if (!oversized) return chunk;
    finished = true;
    void onOversized(oversized.packet).finally(() => {
      socket.end();
      setTimeout(() => socket.destroy(), LINGER_MS).unref();
    });
    return oversized.offset > 0 ? chunk.subarray(0, oversized.offset) : null;
  };
}

/** The topic of a PUBLISH of which only the beginning is here; `null` if even the topic is incomplete. */
export function topicOfBeginning(packet: OversizedPacket): string | null {
  if (packet.type !== PUBLISH || packet.beginning.length < 2) return null;
  const length = packet.beginning.readUInt16BE(0);
  if (packet.beginning.length < 2 + length) return null;
  return packet.beginning.toString('utf8', 2, 2 + length);
}

/** The first bytes of its payload, for the record of what was refused. */
export function payloadOfBeginning(packet: OversizedPacket, bytes: number): Buffer {
  const topicLength = packet.beginning.length < 2 ? 0 : packet.beginning.readUInt16BE(0);
  const start = 2 + topicLength + (packet.qos > 0 ? 2 : 0);
  return Buffer.from(packet.beginning.subarray(start, start + bytes));
}
