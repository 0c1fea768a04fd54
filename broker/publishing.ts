import { setTimeout as wait } from 'node:timers/promises';
import type { AedesOptions, Client, PublishPacket } from 'aedes';
import type { Reply } from './decoders/decoded.ts';
import type { InFlight } from './in-flight.ts';
import type { Receiver } from './ingest/receive.ts';
import type { BrokerLimits } from './limits.ts';
import type { Logger } from './log.ts';
import type { BrokerCounters } from './metrics.ts';
import { Pace } from './pace.ts';
import { keyOf, nextArrival, type Session, type Sessions } from './sessions.ts';
import { mayPublish, senderOf } from './topic-rules.ts';

export interface PublishingOptions {
  sessions: Sessions;
  receiver: Receiver;
  inFlight: InFlight;
  limits: BrokerLimits;
  counters: BrokerCounters;
  clock: () => Date;
  log: Logger;
  /** Aborted when the broker stops: whoever waits for the pace is taken in at once. */
  stopping: AbortSignal;
}

const NOTHING = Buffer.alloc(0);

/**
 * What happens to a PUBLISH or a last will. Aedes writes the acknowledgement (PUBACK, PUBREC) after this hook calls back and
 * before anything else, so 'durably stored' is awaited here. An error closes the connection without acknowledgement.
 */
export function createPublishing(options: PublishingOptions): Required<Pick<AedesOptions, 'authorizePublish'>> {
  const pace = new Pace(options.limits.messagesPerSecond, options.limits.messagesAtOnce);
  return {
    authorizePublish(client, packet, done) {
      const session = options.sessions.of(client);
      if (!session || session.ended) return done(new Error('not signed in'));
      options.counters.messagesReceived += 1;
      const taken = receive(options, pace, session, packet).then((replies) => {
        release(packet);
        return replies;
      });
      options.inFlight.add(taken);
      session.inFlight.add(taken);
      taken.then(
        (replies) => {
          done(null);
          if (client) for (const reply of replies) send(client, reply);
        },
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
      );
    },
  };
}

async function receive(
  options: PublishingOptions,
  pace: Pace,
  session: Session,
  packet: PublishPacket,
): Promise<Reply[]> {
  const { principal } = session;
  const { topic } = packet;
  const receivedAt = options.clock();
  const early = pace.early(keyOf(principal), receivedAt.getTime());
  if (early > 0) {
    options.counters.messagesDelayed += 1;
    // Aedes reads on from this client alone when this is over: the flood stays in the sender's own buffers.
    await wait(early, undefined, { signal: options.stopping }).catch(() => undefined);
  }
  const payload = typeof packet.payload === 'string' ? Buffer.from(packet.payload) : packet.payload;
  if (topic.length > options.limits.topicLength)
    throw refusedTopic(options, session, `the topic has ${topic.length} characters`);
  const verdict = mayPublish(principal, topic, packet.retain);
  if (principal.kind === 'user') throw refusedTopic(options, session, verdict.allowed ? '' : verdict.reason);
  const message = { device: senderOf(principal), topic, payload, receivedAt };
  if (verdict.allowed) {
    const arrival = nextArrival(session, receivedAt);
    return options.receiver.take({ ...message, verdict, qos: packet.qos, arrival, session });
  }
  await options.receiver.keepRejected(message, verdict.reason);
  // A wrong topic is a client that is not what it says it is, or badly misconfigured: it is told by the closed connection.
  if (verdict.fault === 'topic') throw refusedTopic(options, session, verdict.reason);
  return [];
}

/** To this client alone; a topic such as `v1/devices/me/…` has the same name for all. */
function send(client: Client, { topic, payload }: Reply): void {
  if (client.closed) return;
  client.publish({ cmd: 'publish', topic, payload, qos: 0, retain: false, dup: false }, () => {});
}

function refusedTopic(options: PublishingOptions, session: Session, reason: string): Error {
  options.counters.publishesRefused += 1;
  options.log.warn(
    { clientId: session.clientId, address: session.address, reason },
    'publish refused, connection closed',
  );
  return new Error(reason);
}

/** Nobody subscribes to what devices publish: neither the payload nor a retained copy needs to stay in the broker's memory. */
function release(packet: PublishPacket): void {
  packet.payload = NOTHING;
  packet.retain = false;
}
