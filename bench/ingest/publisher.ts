import { randomUUID } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { type Account, connectPacket, publishPacket } from './packets.ts';

export interface Load {
  port: number;
  /** One connection each. */
  accounts: readonly Account[];
  /** Unacknowledged messages of one connection. */
  inFlight: number;
  /** Messages a second over all connections; absent: as fast as they are acknowledged. */
  rate?: number;
  /** So many over all connections, and then no more. */
  messages?: number;
  topic(account: Account): string;
  payload(account: Account, turn: number): string;
}

export interface Publishing {
  /** Messages acknowledged so far. */
  readonly acknowledged: number;
  stop(): void;
}

const puback = 0x40;

/** Signs in with MQTT 3.1.1 and resolves when the broker has accepted. */
export function openConnection(port: number, account: Account): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    socket.setNoDelay(true);
    socket.once('error', reject);
    socket.once('connect', () => socket.write(connectPacket(randomUUID(), account)));
    socket.once('data', (answer) => {
      if (answer[0] !== 0x20 || answer[3] !== 0) return reject(new Error(`CONNACK ${answer.toString('hex')}`));
      socket.off('error', reject);
      socket.on('error', () => socket.destroy());
      return resolve(socket);
    });
  });
}

/** Publishes with QoS 1 without a client library, which would take more processor time than the brokers that are measured. */
export async function publishAll(load: Load): Promise<Publishing> {
  const sockets: Socket[] = [];
  for (let from = 0; from < load.accounts.length; from += 50)
    sockets.push(
      ...(await Promise.all(load.accounts.slice(from, from + 50).map((account) => openConnection(load.port, account)))),
    );
  let acknowledged = 0;
  let published = 0;
  let stopped = false;
  const started = performance.now();
  const isDue = () => load.rate === undefined || published < ((performance.now() - started) / 1000) * load.rate;
  const mayPublish = () => published < (load.messages ?? Number.POSITIVE_INFINITY) && isDue();
  const senders = sockets.map((socket, index) => {
    const account = load.accounts[index] as Account;
    let turn = 0;
    let open = 0;
    const send = () => {
      const packets: Buffer[] = [];
      while (!stopped && open < load.inFlight && mayPublish()) {
        open += 1;
        published += 1;
        packets.push(publishPacket(load.topic(account), load.payload(account, turn), (turn % 65_535) + 1));
        turn += 1;
      }
      if (packets.length > 0) socket.write(Buffer.concat(packets));
    };
    let rest = Buffer.alloc(0);
    socket.on('data', (chunk) => {
      const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
      const whole = Math.floor(bytes.length / 4);
      for (let packet = 0; packet < whole; packet += 1)
        if (bytes[packet * 4] === puback) {
          acknowledged += 1;
          open -= 1;
        }
      rest = bytes.subarray(whole * 4);
      send();
    });
    return send;
  });
  const pace = setInterval(() => {
    if (load.rate !== undefined) for (const send of senders) send();
  }, 2);
  for (const send of senders) send();
  return {
    get acknowledged() {
      return acknowledged;
    },
    stop() {
      stopped = true;
      clearInterval(pace);
      for (const socket of sockets) socket.destroy();
    },
  };
}
