import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { publishAddress, withdrawAddress } from './address.ts';
import { Engine } from './engine.ts';
import { takeOwnership } from './storage/owner.ts';
import { startSweeping } from './sweep.ts';
import { type Listener, listenOnLoopback, listenOnSocket } from './wire/listener.ts';

/** The kernel's limit of a unix socket's path, with the final zero byte. */
const longestSocketPath = 107;

export type Serving = { uri: string; tcpUri?: string; close(): Promise<void> };

export const databaseName = 'agritrace';

/**
 * The driver writes the addresses in `hello` in lower case and would look for the socket there; with
 * `directConnection` it stays with the address it was given.
 */
function socketUri(path: string): string {
  const options = path === path.toLowerCase() ? '' : '?directConnection=true';
  return `mongodb://${encodeURIComponent(path)}/${databaseName}${options}`;
}

function socketPath(dataDirectory: string): { path: string; remove: () => void } {
  const path = join(dataDirectory, 'database', 'engine.sock');
  if (Buffer.byteLength(path) <= longestSocketPath) return { path, remove: () => rmSync(path, { force: true }) };
  // mkdtemp makes the folder for this user alone (0700).
  const folder = mkdtempSync(join(tmpdir(), 'agritrace-'));
  return { path: join(folder, 'engine.sock'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Owns the data directory, opens the database and listens. Throws `DataDirectoryInUse` when it has another owner. */
export async function serve(options: { dataDirectory: string; port?: number; failPoints?: boolean }): Promise<Serving> {
  process.umask(0o077);
  const dataDirectory = resolve(options.dataDirectory);
  const ownership = await takeOwnership(dataDirectory);
  try {
    // A killed engine's note, which may lead nowhere.
    withdrawAddress(dataDirectory);
    const engine = new Engine(dataDirectory, options);
    await engine.catalog.removeAbandoned();
    const socket = socketPath(dataDirectory);
    const listeners: Listener[] = [await listenOnSocket(engine, socket.path)];
    const tcp = options.port === undefined ? undefined : await listenOnLoopback(engine, options.port);
    if (tcp) listeners.push(tcp);
    const sweeping = startSweeping(engine);
    const uri = socketUri(socket.path);
    publishAddress(dataDirectory, uri);
    return {
      uri,
      ...(tcp ? { tcpUri: `mongodb://${tcp.address}/${databaseName}` } : {}),
      async close() {
        withdrawAddress(dataDirectory);
        await sweeping.stop();
        engine.sessions.endAll();
        await Promise.all(listeners.map((listener) => listener.close()));
        await engine.close();
        socket.remove();
        ownership.release();
      },
    };
  } catch (error) {
    ownership.release();
    throw error;
  }
}
