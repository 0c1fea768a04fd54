import { chmodSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import type { Engine } from '../engine.ts';
import { serveConnection } from './connection.ts';

export type Listener = { address: string; close(): Promise<void> };

function listen(server: Server, target: { path: string } | { port: number; host: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE' && 'port' in target;
      reject(taken ? new Error(`port ${target.port} is in use by another program`) : error);
    });
    server.listen(target, () => {
      server.removeAllListeners('error');
      resolve();
    });
  });
}

async function start(engine: Engine, target: { path: string } | { port: number; host: string }): Promise<Listener> {
  const open = new Map<Socket, ReturnType<typeof serveConnection>>();
  const listener: Listener = { address: '', close: () => close() };
  const server = createServer((socket) => {
    const { remoteAddress, remotePort } = socket;
    const client = remoteAddress === undefined ? {} : { address: `${remoteAddress}:${remotePort}` };
    const caller = { engine, address: listener.address, connectionId: ++engine.connections.created, client };
    engine.connections.current++;
    open.set(socket, serveConnection(socket, caller));
    socket.on('close', () => {
      open.delete(socket);
      engine.connections.current--;
    });
  });
  await listen(server, target);
  const bound = server.address() as AddressInfo | string;
  listener.address = typeof bound === 'string' ? bound : `${bound.address}:${bound.port}`;

  /** Stops accepting, lets commands in flight finish, then closes the connections. */
  const close = async (): Promise<void> => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    await Promise.all([...open.values()].map(({ finish }) => finish()));
    for (const socket of open.keys()) socket.destroySoon();
    await closed;
  };
  return listener;
}

/** Listens on a unix socket that only this user may open. */
export async function listenOnSocket(engine: Engine, path: string): Promise<Listener> {
  rmSync(path, { force: true });
  const listener = await start(engine, { path });
  chmodSync(path, 0o600);
  return listener;
}

export function listenOnLoopback(engine: Engine, port: number): Promise<Listener> {
  return start(engine, { port, host: '127.0.0.1' });
}
