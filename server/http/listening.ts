import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How long requests may still run once the platform is stopping. */
const patienceMs = 10_000;

/** A server that a slow or talkative client cannot occupy: headers and body have their time and their size. */
export function createHttpServer(): Server {
  const server = createServer({
    maxHeaderSize: 16 * 1024,
    headersTimeout: 20_000,
    requestTimeout: 120_000,
    keepAliveTimeout: 65_000,
    connectionsCheckingInterval: 5_000,
    requireHostHeader: true,
  });
  server.maxHeadersCount = 100;
  server.maxRequestsPerSocket = 10_000;
  return server;
}

export function portOf(server: Server): number {
  return (server.address() as AddressInfo | null)?.port ?? 0;
}

export function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new Error(`HTTP_PORT ${port} is in use by another program`) : error),
    );
    server.listen(port, resolve);
  });
}

export function closeHttp(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const impatience = setTimeout(() => server.closeAllConnections(), patienceMs);
    server.close(() => {
      clearTimeout(impatience);
      resolve();
    });
    server.closeIdleConnections();
    server.keepAliveTimeout = 1;
  });
}
