import { setTimeout as wait } from 'node:timers/promises';
import type { InFlight } from '../in-flight.ts';
import type { BrokerLimits } from '../limits.ts';
import type { Logger } from '../log.ts';
import type { BrokerCounters } from '../metrics.ts';
import { Pace } from '../pace.ts';
import { nextArrival, type Session } from '../sessions.ts';
import { mayPublish, senderOf, type Verdict } from '../topic-rules.ts';
import type { Receiver, Taken } from './receive.ts';

export interface IntakeOptions {
  receiver: Receiver;
  inFlight: InFlight;
  limits: BrokerLimits;
  counters: BrokerCounters;
  clock: () => Date;
  log: Logger;
  /** Aborted when the broker stops: whoever waits for the pace is taken in at once. */
  stopping: AbortSignal;
}

export interface Published {
  topic: string;
  payload: Buffer;
  qos: number;
  retain: boolean;
}

/** Takes in what a session has published; calls back once, when all of it is durable or with the reason why not. */
export type Intake = (session: Session, message: Published, taken: Taken) => void;

export function createIntake(options: IntakeOptions): Intake {
  const { limits, counters, clock, inFlight, stopping } = options;
  const pace = new Pace(limits.messagesPerSecond, limits.messagesAtOnce);
  return (session, message, taken) => {
    const receivedAt = clock();
    counters.messagesReceived += 1;
    inFlight.begin();
    session.inFlight.begin();
    const ended: Taken = (error, replies) => {
      taken(error, replies);
      inFlight.end();
      session.inFlight.end();
    };
    const early = pace.early(session.key, receivedAt.getTime());
    const take = () => takeMessage(options, session, message, receivedAt, ended);
    if (early === 0) {
      take();
      return;
    }
    counters.messagesDelayed += 1;
    // The connection is read on when this is over: the flood stays in the sender's own buffers.
    wait(early, undefined, { signal: stopping }).then(take, take);
  };
}

function takeMessage(
  options: IntakeOptions,
  session: Session,
  { topic, payload, qos, retain }: Published,
  receivedAt: Date,
  taken: Taken,
): void {
  const { principal } = session;
  const refuse = (reason: string) => taken(refusedTopic(options, session, reason), []);
  const verdict = verdictOn(session, topic, retain);
  if (topic.length > options.limits.topicLength) refuse(`the topic has ${topic.length} characters`);
  else if (principal.kind === 'user') refuse(verdict.allowed ? '' : verdict.reason);
  else if (verdict.allowed) {
    const arrival = nextArrival(session, receivedAt);
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
function verdictOn(session: Session, topic: string, retain: boolean): Verdict {
  const { lastAllowed } = session;
  if (lastAllowed?.topic === topic && !retain) return lastAllowed.verdict;
  const verdict = mayPublish(session.principal, topic, retain);
  if (verdict.allowed && !retain) session.lastAllowed = { topic, verdict };
  return verdict;
}

function refusedTopic(options: IntakeOptions, session: Session, reason: string): Error {
  options.counters.publishesRefused += 1;
  options.log.warn(
    { clientId: session.clientId, address: session.address, reason },
    'publish refused, connection closed',
  );
  return new Error(reason);
}
