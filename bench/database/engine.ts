import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The engine as it is built and as the platform runs it: a process of its own, on a unix socket. */
export async function startBuiltEngine(dataDirectory: string): Promise<{ uri: string; stop(): Promise<void> }> {
  const child = spawn(process.execPath, ['dist/server/database/embedded/command.js'], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDirectory },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const line = once(createInterface({ input: child.stdout }), 'line').then(([text]) => String(text));
  const ready = await Promise.race([line, ended.then(() => undefined)]);
  if (ready === undefined) throw new Error('the engine did not start');
  return {
    uri: (JSON.parse(ready) as { uri: string }).uri,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
