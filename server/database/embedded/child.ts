import { parseArgs } from 'node:util';
import { type Serving, serve } from './serve.ts';
import { DataDirectoryInUse } from './storage/owner.ts';

/** What the child tells its parent. */
export type ChildMessage =
  | { kind: 'listening'; uri: string; tcpUri?: string }
  | { kind: 'inUse'; dataDirectory: string; pid: number }
  | { kind: 'failed'; message: string };

function tell(message: ChildMessage): Promise<void> {
  return new Promise((resolve) => {
    if (process.send && process.connected) process.send(message, () => resolve());
    else resolve();
  });
}

function failure(error: unknown): ChildMessage {
  if (error instanceof DataDirectoryInUse) return { kind: 'inUse', dataDirectory: error.dataDirectory, pid: error.pid };
  return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
}

// A terminal's Ctrl-C and a service manager reach the whole process group: the parent decides when this one ends.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { port: { type: 'string' }, 'fail-points': { type: 'boolean', default: false } },
});
const started = serve({
  dataDirectory: positionals[0] ?? 'data',
  failPoints: values['fail-points'],
  ...(values.port === undefined ? {} : { port: Number(values.port) }),
});
let stopping = false;

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  const serving: Serving | undefined = await started.catch(() => undefined);
  await serving?.close();
  process.exit(0);
}

process.on('disconnect', () => void stop());
process.on('message', (message) => {
  if (message === 'stop') void stop();
});
if (!process.connected) void stop();

try {
  const { uri, tcpUri } = await started;
  await tell({ kind: 'listening', uri, ...(tcpUri === undefined ? {} : { tcpUri }) });
} catch (error) {
  await tell(failure(error));
  process.exit(1);
}
