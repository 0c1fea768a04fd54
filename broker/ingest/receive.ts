import { readAnswer } from '../commands.ts';
import { type DecodeContext, type Decoded, type Reply, refused } from '../decoders/decoded.ts';
import { resultsJson } from '../decoders/results-json.ts';
import type { BrokerLimits } from '../limits.ts';
import type { Logger } from '../log.ts';
import type { BrokerCounters } from '../metrics.ts';
import type { BrokerPorts, CanonicalReading, CanonicalResult, Source } from '../ports.ts';
import { inTurn, type Session } from '../sessions.ts';
import type { Allowed } from '../topic-rules.ts';
import type { IngestQueue } from './queue.ts';

/** A message from a device or an integration that may publish on its topic. */
export interface DeviceMessage {
  /** The sender; the device behind an integration is found by the topic. */
  device: string;
  topic: string;
  verdict: Allowed;
  payload: Buffer;
  qos: number;
  receivedAt: Date;
  arrival: Date;
  session: Session;
}

type RejectableMessage = Pick<DeviceMessage, 'device' | 'topic' | 'payload' | 'receivedAt'>;

export interface ReceiverOptions {
  ports: BrokerPorts;
  queue: IngestQueue;
  limits: BrokerLimits;
  counters: BrokerCounters;
  log: Logger;
  /** A device behind a gateway has said that it is there and takes commands. */
  onReachable(device: string): void;
}

export type Taken = (error: Error | null, replies: readonly Reply[]) => void;

interface Read {
  source: Source;
  decoded: Decoded<CanonicalReading>;
}

const nothing: readonly Reply[] = [];

/** Takes a device's message in: when `take` calls back, all of it is durable, as readings or results, or with a reason. */
export class Receiver {
  readonly #options: ReceiverOptions;

  constructor(options: ReceiverOptions) {
    this.#options = options;
  }

  /**
   * @param taken called once. With an error when the storage failed: then the message must not be acknowledged, so that the
   * device sends it again.
   */
  take(message: DeviceMessage, taken: Taken): void {
    const decoded = this.#decodedAtOnce(message);
    if (decoded && isWhole(decoded) && !this.#options.queue.full) {
      this.#options.queue.push(decoded.items, (error) =>
        error ? this.#notStored(message, error, taken) : taken(null, nothing),
      );
      return;
    }
    this.#takeContent(message, decoded).then(
      (replies) => taken(null, replies),
      (error: unknown) => this.#notStored(message, error, taken),
    );
  }

  #notStored(message: DeviceMessage, error: unknown, taken: Taken): void {
    const { counters, log } = this.#options;
    counters.storageFailures += 1;
    log.error({ err: error, device: message.device, topic: message.topic }, 'message could not be stored');
    if (message.qos > 0) {
      taken(error instanceof Error ? error : new Error(String(error)), nothing);
      return;
    }
    // A QoS 0 sender would not send again, however rudely its connection were closed.
    counters.qos0Shed += 1;
    taken(null, nothing);
  }

  /** The common case, without a promise for each message: a format that needs no look-up, from the device itself. */
  #decodedAtOnce(message: DeviceMessage): Decoded<CanonicalReading> | undefined {
    const { content, formats, match } = message.verdict;
    if (content !== 'readings' || match.child !== undefined || formats.some(({ inOrder }) => inOrder)) return undefined;
    const format = formats.find((one) => one.recognizes(message.payload));
    if (!format || format.needsMapping) return undefined;
    const decoded = format.decode(message.payload, this.#contextOf(message));
    return decoded instanceof Promise ? undefined : decoded;
  }

  /**
   * Keeps what was refused, with the reason. The caller acknowledges it all the same: MQTT 3.1.1 has no negative
   * acknowledgement, and firmware that gets none sends the same broken message for ever.
   */
  async keepRejected(message: RejectableMessage, reason: string): Promise<void> {
    this.#options.counters.messagesRejected += 1;
    const { device, topic, payload, receivedAt } = message;
    this.#options.log.info({ device, topic, reason }, 'message rejected');
    await this.#options.ports.rejectMessage({ device, topic, payload, reason, receivedAt });
  }

  async #takeContent(message: DeviceMessage, decoded: Decoded<CanonicalReading> | undefined): Promise<Reply[]> {
    const { content } = message.verdict;
    if (content === 'readings') return this.#takeReadings(message, decoded);
    if (content === 'results') await this.#takeResults(message);
    else if (content === 'status') await this.#takeStatus(message);
    else if (content === 'command-answers') await this.#takeAnswer(message);
    else if (content === 'passed-over') this.#options.counters.eventsPassedOver += 1;
    else if (content === 'attribute-request') return [noAttributes(message.topic)];
    else await this.keepRejected(message, `Nothing is taken in on ${message.topic}; only telemetry is.`);
    return [];
  }

  async #takeReadings(message: DeviceMessage, atOnce: Decoded<CanonicalReading> | undefined): Promise<Reply[]> {
    const { queue, counters, log } = this.#options;
    if (message.qos === 0 && queue.full) {
      counters.qos0Shed += 1;
      log.warn({ device: message.device, topic: message.topic }, 'QoS 0 message shed: the queue is full');
      return [];
    }
    const read = atOnce ? { source: { device: message.device }, decoded: atOnce } : await this.#decodeInTurn(message);
    if (!read) {
      await this.keepRejected(
        message,
        `No device is registered behind ${message.device} under ${message.verdict.match.child}: register it with this gatewayId and externalId.`,
      );
      return [];
    }
    const { source, decoded }: Read = read;
    if (source.unheard) {
      await this.keepRejected({ ...message, device: source.device }, source.unheard);
      return [];
    }
    // Stored first: when the storage fails nothing is kept twice by the repeat.
    if (decoded.items.length > 0) await queue.add(decoded.items);
    if (decoded.missing) await this.#options.ports.noteMissing(message.device, decoded.missing);
    if (decoded.vitals) await this.#options.ports.noteVitals(source.device, decoded.vitals, message.receivedAt);
    // Before what waits is handed over: a birth answers no command that comes after it.
    for (const command of decoded.commandsDone ?? [])
      await this.#options.ports.commandDone(source.device, command, message.receivedAt);
    if (decoded.vitals?.commands) this.#options.onReachable(source.device);
    for (const { device, status } of decoded.statuses ?? [])
      await this.#options.ports.recordStatus(device, status, message.receivedAt);
    await this.#keepFaults({ ...message, device: source.device }, decoded);
    return decoded.replies ?? [];
  }

  #decodeInTurn(message: DeviceMessage): Promise<Read | null> {
    if (!message.verdict.formats.some(({ inOrder }) => inOrder)) return this.#decode(message);
    return inTurn(message.session, () => this.#decode(message));
  }

  /** `null`: the message is of a device that nobody has registered. */
  async #decode(message: DeviceMessage): Promise<Read | null> {
    const { formats, match } = message.verdict;
    const format = formats.find((one) => one.recognizes(message.payload));
    const lookUp = format?.needsMapping || match.child !== undefined;
    const source = lookUp
      ? await this.#options.ports.sourceOf(message.device, match.child)
      : { device: message.device };
    if (!source) return null;
    if (!format) return { source, decoded: refused('The message is in no format known on this topic.') };
    const context = { ...this.#contextOf(message), device: source.device, mapping: source.mapping };
    return { source, decoded: await format.decode(message.payload, context) };
  }

  async #takeResults(message: DeviceMessage): Promise<void> {
    const decoded = resultsJson.decode(message.payload, this.#contextOf(message));
    if (decoded.items.length > 0) await this.#storeResults(message, decoded);
    await this.#keepFaults(message, decoded);
  }

  async #storeResults(message: DeviceMessage, decoded: Decoded<CanonicalResult>): Promise<void> {
    const { refused } = await this.#options.ports.storeResults(decoded.items);
    this.#options.counters.resultsStored += decoded.items.length - refused.length;
    if (refused.length === 0) return;
    const reasons = refused.map(({ index, reason }) => {
      const result = decoded.items[index];
      return result ? `${result.sample}, ${result.analyte}: ${reason}` : reason;
    });
    await this.keepRejected(message, `${share(refused.length, decoded)}: ${reasons.join('. ')}`);
  }

  async #takeStatus(message: DeviceMessage): Promise<void> {
    const status = message.payload.toString('utf8').trim();
    if (status === 'online' || status === 'offline')
      return this.#options.ports.recordStatus(message.device, status, message.receivedAt);
    return this.keepRejected(message, 'A status is the text online or offline.');
  }

  async #takeAnswer(message: DeviceMessage): Promise<void> {
    const answer = readAnswer(message.payload);
    const fault = answer
      ? await this.#options.ports.answerCommand({ ...answer, device: message.device, at: message.receivedAt })
      : 'An answer is { "id": the command’s, "status": "done" or "refused", "reason": optional text }.';
    if (fault !== null) await this.keepRejected(message, fault);
  }

  /** A message of which a part is good is stored in that part; the other is kept with the place and the reason of each fault. */
  async #keepFaults<Item>(message: DeviceMessage, decoded: Decoded<Item>): Promise<void> {
    if (decoded.faults.length === 0) return;
    const shown = decoded.faults.slice(0, 20).join('. ');
    const more = decoded.faults.length > 20 ? `, and ${decoded.faults.length - 20} more` : '';
    const prefix = decoded.items.length > 0 ? `${share(decoded.faults.length, decoded)}: ` : '';
    await this.keepRejected(message, prefix + shown + more);
  }

  #contextOf(message: DeviceMessage): DecodeContext {
    return {
      device: message.device,
      receivedAt: message.receivedAt,
      arrival: message.arrival,
      futureMs: this.#options.limits.futureMs,
      largestArray: this.#options.limits.readingsPerMessage,
      topic: message.topic,
      match: message.verdict.match,
      connection: message.session,
    };
  }
}

/** Nothing follows from the message but its readings. */
function isWhole(decoded: Decoded<CanonicalReading>): boolean {
  const { items, faults, statuses, vitals, replies, commandsDone, missing } = decoded;
  return items.length > 0 && faults.length === 0 && !statuses && !vitals && !replies && !commandsDone && !missing;
}

function share(refused: number, decoded: Decoded<unknown>): string {
  return `${refused} of ${decoded.items.length + decoded.faults.length} items refused, the others stored`;
}

/** ThingsBoard's firmware waits for this answer at its start: it has no attributes here. */
function noAttributes(topic: string): Reply {
  return { topic: topic.replace('/request/', '/response/'), payload: Buffer.from('{}') };
}
