import { once } from 'node:events';
import { connect as connectPlain, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { connect as connectTls } from 'node:tls';
import { generate, type IPublishPacket, type Packet, parser } from 'mqtt-packet';
import type { Logger } from '../log.ts';

export interface SubscriberOptions {
  /** `mqtt://` or `mqtts://`, with user name and password where the broker asks for them. */
  url: URL;
  /** Certificate authorities that vouch for the broker; absent: the system's. */
  ca?: Buffer;
  /** The broker keeps what comes while nobody with this id is connected. */
  clientId: string;
  filters: readonly string[];
  /** So many messages are taken at once before the first is acknowledged. */
  receiveMaximum: number;
  log: Logger;
  /** Called in the order of arrival. @param taken with an error the connection is given up, and the message comes again */
  onMessage(message: IPublishPacket, taken: (error: Error | null) => void): void;
}

const keepAliveSeconds = 30;
const connectMilliseconds = 10_000;
/** After so long without anybody the broker may forget what it keeps. */
const sessionExpirySeconds = 7 * 24 * 3600;
const longestPauseMilliseconds = 30_000;
/** How long an orderly end waits for what has been taken and not yet acknowledged. */
const lastMilliseconds = 10_000;

/**
 * A client of another broker (MQTT 5.0) that acknowledges each message when it has been taken care of, many at a time: client
 * libraries acknowledge on receipt, or one after the other. Comes back when it is cut off, and the broker sends again what it
 * had not acknowledged.
 */
export class MqttSubscriber {
  readonly #options: SubscriberOptions;
  #connected = false;

  constructor(options: SubscriberOptions) {
    this.#options = options;
  }

  get connected(): boolean {
    return this.#connected;
  }

  /** Resolves when the signal is given, and what had been taken is acknowledged. */
  async run(signal: AbortSignal): Promise<void> {
    const { log, url } = this.#options;
    let pause = 1000;
    while (!signal.aborted) {
      try {
        await this.#connection(signal, () => {
          pause = 1000;
        });
      } catch (error) {
        log.warn({ err: error, broker: url.host }, 'the other broker was lost, its messages wait there');
      }
      this.#connected = false;
      await wait(pause, undefined, { signal }).catch(() => undefined);
      pause = Math.min(pause * 2, longestPauseMilliseconds);
    }
  }

  async #connection(signal: AbortSignal, onSubscribed: () => void): Promise<void> {
    const socket = this.#open();
    const ended = new Promise<Error>((resolve) => {
      socket.once('error', resolve);
      socket.once('close', () => resolve(new Error('the connection was closed')));
    });
    const fail = (error: Error) => void socket.destroy(error);
    const underWay = new Set<number>();
    const send = (packet: Packet) => {
      if (!socket.destroyed) socket.write(generate(packet, { protocolVersion: 5 }));
    };
    const incoming = parser({ protocolVersion: 5 });
    incoming.on('error', fail);
    incoming.on('packet', (packet) => {
      if (packet.cmd === 'publish') this.#take(packet, underWay, send, fail);
      else if (packet.cmd === 'connack' || packet.cmd === 'suback') {
        const refused = refusalIn(packet);
        if (refused) fail(new Error(refused));
        else if (packet.cmd === 'connack') send(subscription(this.#options.filters));
        else this.#onReady(onSubscribed);
      } else if (packet.cmd === 'disconnect') fail(new Error(`the broker ended it (reason code ${packet.reasonCode})`));
    });
    socket.on('data', (bytes) => incoming.parse(bytes));
    socket.setTimeout(connectMilliseconds, () => fail(new Error('the broker does not answer')));
    socket.once('data', () => socket.setTimeout(keepAliveSeconds * 1500));
    const pinging = setInterval(() => send({ cmd: 'pingreq' }), keepAliveSeconds * 1000);
    send(this.#hello());
    const stop = onAbort(signal);
    try {
      const error = await Promise.race([ended, stop.aborted]);
      if (error) throw error;
      await this.#leave(socket, underWay, send);
    } finally {
      stop.forget();
      clearInterval(pinging);
      socket.destroy();
    }
  }

  #open(): Socket {
    const { url, ca } = this.#options;
    const secure = url.protocol === 'mqtts:';
    const target = { host: url.hostname, port: Number(url.port || (secure ? 8883 : 1883)) };
    const socket = secure
      ? connectTls({ ...target, servername: url.hostname, ...(ca && { ca }) })
      : connectPlain(target);
    return socket.setNoDelay(true);
  }

  #hello(): Packet {
    const { url, clientId, receiveMaximum } = this.#options;
    return {
      cmd: 'connect',
      protocolId: 'MQTT',
      protocolVersion: 5,
      clean: false,
      clientId,
      keepalive: keepAliveSeconds,
      properties: { sessionExpiryInterval: sessionExpirySeconds, receiveMaximum },
      ...(url.username && { username: decodeURIComponent(url.username) }),
      ...(url.password && { password: Buffer.from(decodeURIComponent(url.password)) }),
    };
  }

  #onReady(onSubscribed: () => void): void {
    this.#connected = true;
    onSubscribed();
    this.#options.log.info({ broker: this.#options.url.host }, 'messages of the other broker are taken in');
  }

  #take(packet: IPublishPacket, underWay: Set<number>, send: (packet: Packet) => void, fail: (error: Error) => void) {
    const { messageId } = packet;
    if (messageId !== undefined) underWay.add(messageId);
    this.#options.onMessage(packet, (error) => {
      if (error) return fail(error);
      if (messageId === undefined) return;
      underWay.delete(messageId);
      send({ cmd: 'puback', messageId, reasonCode: 0 });
    });
  }

  /** Takes no more, lets what is under way end, and says goodbye. */
  async #leave(socket: Socket, underWay: ReadonlySet<number>, send: (packet: Packet) => void): Promise<void> {
    socket.pause();
    for (let waited = 0; underWay.size > 0 && waited < lastMilliseconds; waited += 20) await wait(20);
    send({ cmd: 'disconnect', reasonCode: 0 });
    socket.end();
    await Promise.race([once(socket, 'finish'), wait(1000)]).catch(() => undefined);
  }
}

function subscription(filters: readonly string[]): Packet {
  return { cmd: 'subscribe', messageId: 1, subscriptions: filters.map((topic) => ({ topic, qos: 1 as const })) };
}

/** Codes from 128 on refuse (MQTT 5.0, 2.4). */
function refusalIn(packet: Packet): string | null {
  if (packet.cmd === 'connack' && (packet.reasonCode ?? 0) >= 128)
    return `the broker refused the sign-in (reason code ${packet.reasonCode})`;
  if (packet.cmd !== 'suback') return null;
  const refused = packet.granted.find((code) => Number(code) >= 128);
  return refused === undefined ? null : `the broker refused a subscription (reason code ${Number(refused)})`;
}

function onAbort(signal: AbortSignal): { aborted: Promise<null>; forget(): void } {
  let stop = () => {};
  const aborted = new Promise<null>((resolve) => {
    stop = () => resolve(null);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
  });
  return { aborted, forget: () => signal.removeEventListener('abort', stop) };
}
