import type { DecodeContext, Decoded } from '../decoders/decoded.ts';
import { decodeReadings, decodeResults } from '../decoders/index.ts';
import type { BrokerLimits } from '../limits.ts';
import type { Logger } from '../log.ts';
import type { BrokerCounters } from '../metrics.ts';
import type { BrokerPorts, CanonicalResult } from '../ports.ts';
import type { Content } from '../topic-rules.ts';
import type { IngestQueue } from './queue.ts';

/** A message from a device that may publish on its topic. */
export interface DeviceMessage {
  device: string;
  topic: string;
  content: Content;
  payload: Buffer;
  qos: number;
  receivedAt: Date;
  arrival: Date;
}

export interface ReceiverOptions {
  ports: BrokerPorts;
  queue: IngestQueue;
  limits: BrokerLimits;
  counters: BrokerCounters;
  log: Logger;
}

/** Takes a device's message in: when `take` resolves, all of it is durable, as readings or results, or with a reason. */
export class Receiver {
  readonly #options: ReceiverOptions;

  constructor(options: ReceiverOptions) {
    this.#options = options;
  }

  /** @throws when the storage failed: then the message must not be acknowledged, so that the device sends it again. */
  async take(message: DeviceMessage): Promise<void> {
    try {
      await this.#takeContent(message);
    } catch (error) {
      this.#options.counters.storageFailures += 1;
      this.#options.log.error(
        { err: error, device: message.device, topic: message.topic },
        'message could not be stored',
      );
      if (message.qos > 0) throw error;
      // A QoS 0 sender would not send again, however rudely its connection were closed.
      this.#options.counters.qos0Shed += 1;
    }
  }

  /**
   * Keeps what was refused, with the reason. The caller acknowledges it all the same: MQTT 3.1.1 has no negative
   * acknowledgement, and firmware that gets none sends the same broken message for ever.
   */
  async keepRejected(message: Omit<DeviceMessage, 'content' | 'qos' | 'arrival'>, reason: string): Promise<void> {
    this.#options.counters.messagesRejected += 1;
    const { device, topic, payload, receivedAt } = message;
    this.#options.log.info({ device, topic, reason }, 'message rejected');
    await this.#options.ports.rejectMessage({ device, topic, payload, reason, receivedAt });
  }

  async #takeContent(message: DeviceMessage): Promise<void> {
    if (message.content === 'readings') return this.#takeReadings(message);
    if (message.content === 'results') return this.#takeResults(message);
    if (message.content === 'status') return this.#takeStatus(message);
    return this.keepRejected(message, `Nothing is taken in on ${message.topic}.`);
  }

  async #takeReadings(message: DeviceMessage): Promise<void> {
    const { queue, counters, log } = this.#options;
    if (message.qos === 0 && queue.full) {
      counters.qos0Shed += 1;
      log.warn({ device: message.device, topic: message.topic }, 'QoS 0 message shed: the queue is full');
      return;
    }
    const decoded = decodeReadings(message.payload, this.#contextOf(message));
    // Stored first: when the storage fails nothing is kept twice by the repeat.
    if (decoded.items.length > 0) await queue.add(decoded.items);
    await this.#keepFaults(message, decoded);
  }

  async #takeResults(message: DeviceMessage): Promise<void> {
    const decoded = decodeResults(message.payload, this.#contextOf(message));
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
    };
  }
}

function share(refused: number, decoded: Decoded<unknown>): string {
  return `${refused} of ${decoded.items.length + decoded.faults.length} items refused, the others stored`;
}
