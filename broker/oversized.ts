import { setImmediate as nextTurn } from 'node:timers/promises';
import type { InFlight } from './in-flight.ts';
import type { Receiver } from './ingest/receive.ts';
import type { BrokerLimits } from './limits.ts';
import type { Logger } from './log.ts';
import { type OversizedPacket, PUBLISH, payloadOfBeginning, topicOfBeginning } from './packet-size.ts';
import type { Session } from './sessions.ts';
import { senderOf } from './topic-rules.ts';

export interface OversizedOptions {
  receiver: Receiver;
  inFlight: InFlight;
  limits: BrokerLimits;
  clock: () => Date;
  log: Logger;
}

/** How much of a refused message is kept with its reason. */
const KEPT_BEGINNING_BYTES = 1024;

/** Keeps the beginning of a device's message that was too large to be read; resolves when the connection may be closed. */
export function createOversizedRefusal(options: OversizedOptions) {
  const { receiver, inFlight, limits, clock, log } = options;

  async function keep(session: Session, packet: OversizedPacket): Promise<void> {
    if (session.principal.kind === 'user' || packet.type !== PUBLISH) return;
    const message = {
      device: senderOf(session.principal),
      topic: topicOfBeginning(packet) ?? '',
      payload: payloadOfBeginning(packet, KEPT_BEGINNING_BYTES),
      receivedAt: clock(),
    };
    const reason = `The packet has ${packet.length} bytes, at most ${limits.packetBytes} are taken; send it in parts.`;
    await receiver
      .keepRejected(message, reason)
      .catch((error: unknown) => log.error({ err: error }, 'rejected message could not be kept'));
  }

  return async (session: Session | undefined, packet: OversizedPacket): Promise<void> => {
    log.warn(
      { address: session?.address, clientId: session?.clientId, bytes: packet.length },
      'oversized packet, connection closed',
    );
    if (!session) return;
    const kept = keep(session, packet);
    inFlight.add(kept);
    // The packets in front of it are handed to Aedes in this turn, their acknowledgements written in the one after storage.
    await nextTurn();
    await Promise.all([kept, session.inFlight.settled(limits.stopTimeoutMs)]);
    await nextTurn();
    await nextTurn();
  };
}
