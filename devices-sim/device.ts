import { connectAsync, type MqttClient } from 'mqtt';
import { applyFaults, type Fault, type SimulatedReading } from './faults.ts';
import { measure } from './history.ts';
import { conditionAt } from './interruptions.ts';
import { type ProfileName, value } from './profiles.ts';

export interface SimulatedDeviceOptions {
  id: string;
  secret: string;
  profile: ProfileName;
  /** The broker, such as `mqtt://127.0.0.1:1883`. */
  url: string;
  seed: number;
  /** The time of the simulated world; real time if it says so. */
  clock: () => Date;
  /** Measures by itself at this interval from `start` on. Absent: only when told by `publishNow`. */
  intervalMs?: number;
  /** Lets the device miss what `conditionAt` says; else it always runs. */
  interruptions?: boolean;
  /** What a rapid tester's next test is of: a batch code or a sample number. */
  nextSample?: (count: number, at: Date) => string;
  /** How long to try to reach the broker at `start`. */
  connectTimeoutMs?: number;
}

export interface DeviceCounts {
  /** Messages acknowledged by the broker. */
  acknowledged: number;
  /** Readings and results in them. */
  values: number;
  /** Measurements not sent, since too many wait for their acknowledgement. */
  skipped: number;
  failed: number;
}

/** Measurements waiting for their acknowledgement; real firmware has no endless memory either. */
const LARGEST_BACKLOG = 100;

const ANALYTE = '有机磷和氨基甲酸酯类农药';
const METHOD = 'GB/T 5009.199';

/** One device in the field: it signs in as itself, measures its profile and publishes with QoS 1. */
export class SimulatedDevice {
  readonly id: string;
  readonly profile: ProfileName;
  readonly counts: DeviceCounts = { acknowledged: 0, values: 0, skipped: 0, failed: 0 };
  readonly #options: SimulatedDeviceOptions;
  readonly #faults: Fault[] = [];
  #client: MqttClient | undefined;
  #timer: NodeJS.Timeout | undefined;
  #sequence = 0;
  #tests = 0;
  #backlog = 0;

  constructor(options: SimulatedDeviceOptions) {
    this.id = options.id;
    this.profile = options.profile;
    this.#options = options;
  }

  get connected(): boolean {
    return this.#client?.connected === true;
  }

  /** @throws when the broker cannot be reached or refuses the credentials */
  async start(): Promise<void> {
    const client = await connectAsync(
      this.#options.url,
      {
        clientId: this.id,
        username: this.id,
        password: this.#options.secret,
        reconnectPeriod: 1000,
        connectTimeout: this.#options.connectTimeoutMs ?? 10_000,
        will: { topic: this.#topic('status'), payload: Buffer.from('offline'), qos: 1, retain: false },
      },
      false,
    ).catch((error: Error & { code?: unknown }) => {
      throw new Error(`${this.id} cannot sign in at ${this.#options.url}: ${error.message || error.code}`);
    });
    // Connection troubles after the start are the daily life of a device: it reconnects and sends again.
    client.on('error', () => {});
    this.#client = client;
    await client.publishAsync(this.#topic('status'), 'online', { qos: 1 });
    const { intervalMs } = this.#options;
    if (intervalMs !== undefined) this.#timer = setInterval(() => void this.publishNow().catch(() => {}), intervalMs);
  }

  injectFault(fault: Fault): void {
    this.#faults.push(fault);
  }

  /**
   * Measures and publishes; resolves with the number of acknowledged messages.
   * @throws when a message could not be sent before the device stopped
   */
  async publishNow(): Promise<number> {
    const client = this.#client;
    if (!client) throw new Error(`device ${this.id} is not started`);
    const at = this.#options.clock();
    const condition = this.#options.interruptions ? conditionAt(this.#options.seed, this.id, at) : 'running';
    if (condition === 'restarting') this.#sequence = 0;
    if (condition !== 'running') return 0;
    const messages = this.#messagesAt(at);
    if (this.#backlog + messages.length > LARGEST_BACKLOG) {
      this.counts.skipped += 1;
      return 0;
    }
    const kind = this.profile === 'rapid-tester' ? 'results' : 'readings';
    await Promise.all(messages.map((values) => this.#publish(client, kind, values)));
    return messages.length;
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    const client = this.#client;
    this.#client = undefined;
    if (!client) return;
    if (client.connected) await client.publishAsync(this.#topic('status'), 'offline', { qos: 1 }).catch(() => {});
    await client.endAsync(!client.connected);
  }

  /** Values by message. A duplicate delivery repeats a whole message, as a device does that missed the acknowledgement. */
  #messagesAt(at: Date): object[][] {
    if (this.profile === 'rapid-tester') return this.#resultsAt(at);
    const copies = measure(this.profile, this.id, this.#options.seed, at).map((reading) =>
      applyFaults(reading, this.#faults),
    );
    const deliveries = Math.max(0, ...copies.map((sent) => sent.length));
    if (deliveries > 0) this.#sequence += 1;
    const sequence = this.#sequence;
    return Array.from({ length: deliveries }, (_, delivery) =>
      copies.flatMap((sent) => sent.slice(delivery, delivery + 1)).map((reading) => asMessage(reading, sequence)),
    );
  }

  #resultsAt(at: Date): object[][] {
    const metric = 'inhibition-rate';
    const rate = value(this.profile, this.#options.seed, this.id, metric, at);
    const sent = applyFaults({ device: this.id, metric, value: rate, unit: '%', at }, this.#faults);
    if (sent.length === 0) return [];
    this.#tests += 1;
    const sample = this.#options.nextSample?.(this.#tests, at) ?? this.#sampleNumber(at);
    return sent.map((one) => [
      { sample, analyte: ANALYTE, value: one.value, unit: one.unit, method: METHOD, at: one.at.toISOString() },
    ]);
  }

  #sampleNumber(at: Date): string {
    const day = at.toISOString().slice(0, 10).replaceAll('-', '');
    return `${this.id}-${day}-${String(this.#tests).padStart(4, '0')}`;
  }

  async #publish(client: MqttClient, kind: 'readings' | 'results', values: object[]): Promise<void> {
    const [first] = values;
    const payload = JSON.stringify(values.length === 1 && first ? first : values);
    this.#backlog += 1;
    try {
      await client.publishAsync(this.#topic(kind), payload, { qos: 1 });
      this.counts.acknowledged += 1;
      this.counts.values += values.length;
    } catch (error) {
      this.counts.failed += 1;
      throw error;
    } finally {
      this.#backlog -= 1;
    }
  }

  #topic(last: 'readings' | 'results' | 'status'): string {
    return `agritrace/v1/${this.id}/${last}`;
  }
}

function asMessage({ metric, value, unit, at }: SimulatedReading, seq: number): object {
  return { metric, value, unit, at: at.toISOString(), seq };
}
