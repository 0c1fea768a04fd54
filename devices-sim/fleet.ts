import type { DeviceCounts, SimulatedDevice } from './device.ts';

/** Sign-ins under way at once: each costs the platform a password hash. */
const SIMULTANEOUS_STARTS = 32;

/** Many devices that share one rate of messages, each in its turn. */
export class Fleet {
  readonly devices: readonly SimulatedDevice[];
  readonly #perSecond: number;
  #timer: NodeJS.Timeout | undefined;
  #next = 0;
  #due = 0;
  #last = 0;

  /** @param perSecond messages of all devices together */
  constructor(devices: readonly SimulatedDevice[], perSecond: number) {
    this.devices = devices;
    this.#perSecond = perSecond;
  }

  /** @throws the first refusal */
  async start(): Promise<void> {
    const waiting = [...this.devices];
    const startInTurn = async (): Promise<void> => {
      for (let device = waiting.shift(); device; device = waiting.shift()) await device.start();
    };
    await Promise.all(Array.from({ length: SIMULTANEOUS_STARTS }, startInTurn));
    this.#last = performance.now();
    this.#timer = setInterval(() => this.#publishDue(), 20);
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await Promise.all(this.devices.map((device) => device.stop()));
  }

  counts(): DeviceCounts {
    const sum: DeviceCounts = { acknowledged: 0, values: 0, skipped: 0, failed: 0 };
    for (const { counts } of this.devices) {
      sum.acknowledged += counts.acknowledged;
      sum.values += counts.values;
      sum.skipped += counts.skipped;
      sum.failed += counts.failed;
    }
    return sum;
  }

  #publishDue(): void {
    const now = performance.now();
    // At most one second's worth: a pause of the machine must not become a burst.
    this.#due = Math.min(this.#due + ((now - this.#last) / 1000) * this.#perSecond, Math.max(1, this.#perSecond));
    this.#last = now;
    for (; this.#due >= 1; this.#due -= 1) {
      const device = this.devices[this.#next % this.devices.length];
      this.#next += 1;
      void device?.publishNow().catch(() => {});
    }
  }
}
