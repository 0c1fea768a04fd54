import { setTimeout as wait } from 'node:timers/promises';
import type { AedesOptions, Client, PublishPacket } from 'aedes';
import type { Reply } from './decoders/decoded.ts';
import type { InFlight } from './in-flight.ts';
import type { Receiver, Taken } from './ingest/receive.ts';
import type { BrokerLimits } from './limits.ts';
import type { Logger } from './log.ts';
import type { BrokerCounters } from './metrics.ts';
import { Pace } from './pace.ts';
import { nextArrival, type Session, type Sessions } from './sessions.ts';
import { mayPublish, senderOf, type Verdict } from './topic-rules.ts';

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
      options.inFlight.begin();
      session.inFlight.begin();
      const taken: Taken = (error, replies) => {
        release(packet);
        done(error);
        if (client && !error) for (const reply of replies) send(client, reply);
        options.inFlight.end();
        session.inFlight.end();
      };
      receive(options, pace, session, packet, taken);
    },
  };
}

function receive(options: PublishingOptions, pace: Pace, session: Session, packet: PublishPacket, taken: Taken): void {
  const receivedAt = options.clock();
  const early = pace.early(session.key, receivedAt.getTime());
  const takeIn = () => takeMessage(options, session, packet, receivedAt, taken);
  if (early === 0) {
    takeIn();
    return;
  }
  options.counters.messagesDelayed += 1;
  // Aedes reads on from this client alone when this is over: the flood stays in the sender's own buffers.
  wait(early, undefined, { signal: options.stopping }).then(takeIn, takeIn);
}

function takeMessage(
  options: PublishingOptions,
  session: Session,
  packet: PublishPacket,
  receivedAt: Date,
  taken: Taken,
): void {
  const { principal } = session;
  const { topic } = packet;
  const refuse = (reason: string) => taken(refusedTopic(options, session, reason), []);
  const verdict = verdictOn(session, packet);
  const payload = typeof packet.payload === 'string' ? Buffer.from(packet.payload) : packet.payload;
  if (topic.length > options.limits.topicLength) refuse(`the topic has ${topic.length} characters`);
  else if (principal.kind === 'user') refuse(verdict.allowed ? '' : verdict.reason);
  else if (verdict.allowed) {
    const arrival = nextArrival(session, receivedAt);
    const { qos } = packet;
    const device = senderOf(principal);
    options.receiver.take({ device, topic, payload, receivedAt, verdict, qos, arrival, session }, taken);
  } else {
    options.receiver.keepRejected({ device: senderOf(principal), topic, payload, receivedAt }, verdict.reason).then(
      // A wrong topic is a client that is not what it says it is, or badly misconfigured: it is told by the closed connection.
      () => (verdict.fault === 'topic' ? refuse(verdict.reason) : taken(null, [])),
      (error: unknown) => taken(error instanceof Error ? error : new Error(String(error)), []),
    );
  }
}

/** Devices publish on one topic: its verdict is remembered. */
function verdictOn(session: Session, { topic, retain }: PublishPacket): Verdict {
  const { lastAllowed } = session;
  if (lastAllowed?.topic === topic && !retain) return lastAllowed.verdict;
  const verdict = mayPublish(session.principal, topic, retain);
  if (verdict.allowed && !retain) session.lastAllowed = { topic, verdict };
  return verdict;
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
