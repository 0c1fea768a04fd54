import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:tls';

export interface ListenOptions {
  host?: string;
  mqttPort: number;
  /** With `clientCa`, clients are asked for a certificate of that authority; one without goes on with a password. */
  mqtts?: { port: number; key: Buffer; cert: Buffer; clientCa?: Buffer };
  connections: number;
  handshakeTimeoutMs: number;
}

export interface Listeners {
  mqttPort: number;
  mqttsPort?: number;
  /** Open connections of both ports. */
  readonly size: number;
  sockets(): Socket[];
  renewCertificate(certificate: { key: Buffer; cert: Buffer }): void;
  /** Takes no new connection; the open ones stay. */
  close(): void;
}

/** Forward secrecy and authenticated encryption alone: all of TLS 1.3, and of TLS 1.2 what RFC 9325, 4.2 recommends. */
const protocol = {
  minVersion: 'TLSv1.2',
  honorCipherOrder: true,
  ciphers: [
    'TLS_AES_256_GCM_SHA384',
    'TLS_CHACHA20_POLY1305_SHA256',
    'TLS_AES_128_GCM_SHA256',
    'ECDHE-ECDSA-AES256-GCM-SHA384',
    'ECDHE-RSA-AES256-GCM-SHA384',
    'ECDHE-ECDSA-CHACHA20-POLY1305',
    'ECDHE-RSA-CHACHA20-POLY1305',
    'ECDHE-ECDSA-AES128-GCM-SHA256',
    'ECDHE-RSA-AES128-GCM-SHA256',
  ].join(':'),
} as const;

/** The network's side of the broker: plain and TLS ports, and the number of connections over both. */
export async function listen(
  options: ListenOptions,
  onConnection: (socket: Socket) => void,
  onRefused: () => void,
): Promise<Listeners> {
  const sockets = new Set<Socket>();
  const accept = (socket: Socket): void => {
    if (sockets.size >= options.connections) {
      onRefused();
      socket.destroy();
      return;
    }
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    // Finds peers that vanished without a word, whatever their MQTT keep alive.
    socket.setKeepAlive(true, 60_000);
    socket.setNoDelay(true);
    onConnection(socket);
  };
  const servers: Server[] = [createServer(accept)];
  const clients = options.mqtts?.clientCa && { ca: options.mqtts.clientCa };
  let tls: TlsServer | undefined;
  if (options.mqtts) {
    const { key, cert } = options.mqtts;
    const asking = clients && { requestCert: true, rejectUnauthorized: false };
    tls = createTlsServer(
      { key, cert, ...clients, ...asking, ...protocol, handshakeTimeout: options.handshakeTimeoutMs },
      accept,
    );
    servers.push(tls);
  }
  // Bounds those in the midst of a TLS handshake, who are in no set yet.
  for (const server of servers) server.maxConnections = options.connections;
  const closeAll = (): void => {
    for (const server of servers) server.close();
  };
  const ports = [options.mqttPort, options.mqtts?.port ?? 0];
  const chosen: number[] = [];
  try {
    for (const [index, server] of servers.entries()) chosen.push(await open(server, ports[index] ?? 0, options.host));
  } catch (error) {
    closeAll();
    throw error;
  }
  const [mqttPort = 0, mqttsPort] = chosen;
  return {
    mqttPort,
    ...(mqttsPort !== undefined && { mqttsPort }),
    get size() {
      return sockets.size;
    },
    sockets: () => [...sockets],
    renewCertificate: ({ key, cert }) => tls?.setSecureContext({ key, cert, ...clients, ...protocol }),
    close: closeAll,
  };
}

function open(server: Server, port: number, host: string | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, ...(host && { host }) }, () => {
      server.removeListener('error', reject);
      const address = server.address();
      resolve(address !== null && typeof address === 'object' ? address.port : port);
    });
  });
}
