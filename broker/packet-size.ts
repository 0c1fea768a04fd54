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
  /** The fixed header's first byte, while its length is being read. */
  #first: number | undefined;
  #length = 0;
  #lengthBytes = 0;

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
      const byte = chunk[position] as number;
      position += 1;
      if (this.#first === undefined) {
        start = position - 1;
        this.#begin(byte);
        continue;
      }
      if (!this.#completesLength(byte)) continue;
      const first = this.#first;
      this.#first = undefined;
      if (this.#length > limit) {
        const beginning = chunk.subarray(position);
        return { packet: { type: first >> 4, qos: (first >> 1) & 3, length: this.#length, beginning }, offset: start };
      }
      this.#toSkip = this.#length;
    }
    return null;
  }

  #begin(byte: number): void {
    this.#first = byte;
    this.#length = 0;
    this.#lengthBytes = 0;
  }

  /** MQTT 3.1.1, 2.2.3: seven bits a byte, at most four bytes. */
  #completesLength(byte: number): boolean {
    this.#length += (byte & 0x7f) * 128 ** this.#lengthBytes;
    this.#lengthBytes += 1;
    if ((byte & 0x80) === 0) return true;
    if (this.#lengthBytes < 4) return false;
    this.#length = Number.POSITIVE_INFINITY;
    return true;
  }
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
