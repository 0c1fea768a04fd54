import { createServer } from 'node:net';
import { Aedes, type Client } from 'aedes';
import { KeptSessions } from '../kept-sessions.ts';
import { defaultLimits } from '../limits.ts';
import { guardPacketSize } from '../packet-size.ts';
import { Sessions } from '../sessions.ts';
import { createSignIn } from '../sign-in.ts';
import { MemoryPorts, silent } from './memory-ports.ts';

/** The filter that the suites expect a broker to refuse. */
const refusedFilter = 'test/nosubscribe';

/**
 * Aedes behind our sign-in, our bounds on packets and kept sessions, but without our topic rules: whoever comes may
 * publish and subscribe anywhere, as the interoperability suites of MQTT expect.
 */
export async function startOpenBroker(port: number): Promise<{ port: number; stop(): Promise<void> }> {
  const sessions = new Sessions();
  const limits = { ...defaultLimits, keptSessionsPerPrincipal: 100, connectionsPerPrincipal: 100 };
  const ports = new MemoryPorts();
  const signIn = createSignIn({
    ports: Object.assign(ports, { authenticate: async () => ({ kind: 'device' as const, deviceId: 'anyone' }) }),
    sessions,
    keptSessions: () => keptSessions,
    limits,
    clock: () => new Date(),
    log: silent,
    stopping: new AbortController().signal,
    onRefused() {},
  });
  const aedes = new Aedes({
    ...signIn,
    preConnect(client, packet, done) {
      packet.username ??= 'anyone';
      // Our topic rules would refuse its topic.
      const { will } = packet;
      delete packet.will;
      signIn.preConnect(client, packet, (error, successful) => {
        if (will) packet.will = will;
        done(error, successful);
      });
    },
    authorizeSubscribe: (_client, subscription, done) =>
      done(null, subscription.topic === refusedFilter ? null : subscription),
  });
  await aedes.listen();
  const keptSessions: KeptSessions = new KeptSessions(aedes, {
    sessions,
    limits,
    maySubscribe: () => true,
    onUndelivered() {},
  });
  const server = createServer((socket) => {
    let client: Client | null = null;
    guardPacketSize(
      socket,
      () => (sessions.of(client) ? limits.packetBytes : limits.connectPacketBytes),
      () => Promise.resolve(),
    );
    client = aedes.handle(socket);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    async stop() {
      await new Promise<void>((resolve) => aedes.close(resolve));
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
