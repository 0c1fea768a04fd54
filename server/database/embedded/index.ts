import { fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { extname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runningAddress } from './address.ts';
import type { ChildMessage } from './child.ts';
import { DataDirectoryInUse } from './storage/owner.ts';

export { DataDirectoryInUse, runningAddress };

export type EmbeddedEngine = {
  /** A connection string for the database `agritrace` on the engine's private unix socket. */
  uri: string;
  /** The same on loopback TCP, where a port was asked for. */
  tcpUri?: string;
  /** Flushes, closes, and waits for the process to end. */
  stop(): Promise<void>;
  /** Resolves when the engine's process has ended, for whatever reason. */
  exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** The engine's process. */
  pid: number | undefined;
};

/** Under tsx the child is TypeScript as this module is; compiled, it is JavaScript. */
function childModule(): { path: string; execArgv: string[] } {
  const extension = extname(fileURLToPath(import.meta.url));
  const path = fileURLToPath(new URL(`./child${extension}`, import.meta.url));
  return {
    path,
    execArgv:
      extension === '.ts' ? ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href] : [],
  };
}

/**
 * Starts the embedded engine on `<dataDirectory>/database` in a process of its own, which ends with this one.
 * Rejects with `DataDirectoryInUse` when another process owns the folder.
 */
export function startEmbeddedEngine(options: {
  dataDirectory: string;
  /** For tests: takes `configureFailPoint`. */
  failPoints?: boolean;
  /** Listens on loopback TCP as well; 0 for any free port. */
  port?: number;
}): Promise<EmbeddedEngine> {
  const { path, execArgv } = childModule();
  const flags = [
    ...(options.failPoints ? ['--fail-points'] : []),
    ...(options.port === undefined ? [] : ['--port', String(options.port)]),
  ];
  const child = fork(path, [...flags, '--', options.dataDirectory], {
    execArgv,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const exited: EmbeddedEngine['exited'] = new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  const stop = async (): Promise<void> => {
    if (child.connected) child.send('stop', () => undefined);
    await exited;
  };
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('message', (message: ChildMessage) => {
      if (message.kind === 'listening') {
        const { uri, tcpUri } = message;
        resolve({ uri, ...(tcpUri === undefined ? {} : { tcpUri }), stop, exited, pid: child.pid });
      }
      if (message.kind === 'inUse') reject(new DataDirectoryInUse(message.dataDirectory, message.pid));
      if (message.kind === 'failed') reject(new Error(`the embedded engine did not start: ${message.message}`));
    });
    void exited.then(({ code, signal }) => {
      reject(new Error(`the embedded engine ended before it listened (${signal ?? `exit code ${code}`})`));
    });
  });
}
