import { connectAsync, type IClientOptions, type MqttClient } from 'mqtt';
import { type Broker, type BrokerOptions, startBroker } from '../broker.ts';
import { MemoryPorts, silent } from './memory-ports.ts';

/** A broker with two cold rooms, new for each test, and its clients. */
export interface BrokerUnderTest {
  readonly ports: MemoryPorts;
  readonly broker: Broker;
  /** Starts it anew with other limits. */
  restart(limits: BrokerOptions['limits']): Promise<void>;
  connect(name: string, options?: IClientOptions): Promise<MqttClient>;
  /** The CONNACK code of a sign-in that fails. */
  refusal(name: string, options: IClientOptions): Promise<number>;
}

export function useBroker(): BrokerUnderTest {
  let ports = new MemoryPorts();
  let broker: Broker;
  let clients: MqttClient[] = [];

  async function start(limits: BrokerOptions['limits'] = {}): Promise<void> {
    broker = await startBroker({
      ports,
      mqttPort: 0,
      host: '127.0.0.1',
      clock: () => new Date('2026-07-01T08:00:00Z'),
      log: silent,
      limits: { firstSignInDelayMs: 1, ...limits },
    });
  }

  async function connect(name: string, options: IClientOptions = {}): Promise<MqttClient> {
    const client = await connectAsync(`mqtt://127.0.0.1:${broker.mqttPort}`, {
      username: name,
      password: name.startsWith('user:') ? 'token' : `secret of ${name}`,
      reconnectPeriod: 0,
      ...options,
    });
    client.on('error', () => {});
    clients.push(client);
    return client;
  }

  beforeEach(async () => {
    ports = new MemoryPorts('cold-room-1', 'cold-room-2');
    clients = [];
    await start();
  });

  afterEach(async () => {
    ports.releaseStorage();
    for (const client of clients) client.end(true);
    await broker.stop();
  });

  return {
    get ports() {
      return ports;
    },
    get broker() {
      return broker;
    },
    async restart(limits) {
      await broker.stop();
      await start(limits);
    },
    connect,
    async refusal(name, options) {
      try {
        await connect(name, options);
      } catch (error) {
        return (error as Error & { code: number }).code;
      }
      throw new Error('was not refused');
    },
  };
}

export function closed(client: MqttClient): Promise<void> {
  return new Promise((resolve) => client.once('close', () => resolve()));
}
