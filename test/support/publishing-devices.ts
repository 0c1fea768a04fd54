import { setTimeout as wait } from 'node:timers/promises';
import { connect } from 'mqtt';

export interface Credentials {
  id: string;
  secret: string;
}

export interface PublishingDevices {
  /** The numbers that the platform has acknowledged to a device. */
  acknowledged(id: string): ReadonlySet<number>;
  readonly total: number;
  /** Publishes no more; resolves when all that was published is acknowledged. */
  finish(): Promise<void>;
  /** Ends the connections as they are. */
  cut(): void;
}

/** Each reading's number is its value, its counter, and its second of the year 2026; the metric has no range. */
export function numberedReading(number: number) {
  const at = new Date(Date.UTC(2026, 0, 1) + number * 1000).toISOString();
  return { metric: 'weight', value: number, unit: 'kg', seq: number, at };
}

const inFlight = 5;

/**
 * Devices that publish one reading after the other at QoS 1, a few in flight, and come back as often as they are cut off:
 * mqtt.js sends again what was not acknowledged.
 * @param pause milliseconds between an acknowledgement and the next reading
 */
export function publishNumbered(port: number, devices: readonly Credentials[], pause: number): PublishingDevices {
  const acknowledged = new Map(devices.map(({ id }) => [id, new Set<number>()]));
  let stopping = false;
  const clients = devices.map(({ id, secret }) => {
    const client = connect(`mqtt://127.0.0.1:${port}`, {
      username: id,
      password: secret,
      reconnectPeriod: 100,
      connectTimeout: 5000,
    });
    client.on('error', () => {});
    return { id, client };
  });
  const runs = clients.map(async ({ id, client }) => {
    let next = 0;
    const publish = async () => {
      while (!stopping) {
        const number = next++;
        await client.publishAsync(`agritrace/v1/${id}/readings`, JSON.stringify(numberedReading(number)), { qos: 1 });
        acknowledged.get(id)?.add(number);
        await wait(pause);
      }
    };
    await Promise.all(Array.from({ length: inFlight }, publish));
  });
  return {
    acknowledged: (id) => acknowledged.get(id) ?? new Set(),
    get total() {
      return [...acknowledged.values()].reduce((sum, { size }) => sum + size, 0);
    },
    async finish() {
      stopping = true;
      await Promise.all(runs);
      await Promise.all(clients.map(({ client }) => client.endAsync()));
    },
    cut() {
      stopping = true;
      for (const { client } of clients) client.end(true);
    },
  };
}
