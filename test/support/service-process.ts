import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface ServiceProcess {
  http: number;
  mqtt: number;
  url: string;
  process: ChildProcess;
  /** Everything printed so far. */
  output(): string;
  /** Asks it to stop, as a service manager does, and waits for its end. */
  stop(): Promise<number | null>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** The built service, started as a user starts it, on free ports. Rejects when it ends before it is ready. */
export async function startService(
  environment: Record<string, string>,
  entry = 'dist/server/main.js',
): Promise<ServiceProcess> {
  const child = launch(environment, entry);
  let output = '';
  child.stderr?.on('data', (data) => {
    output += data;
  });
  const ready = await new Promise<{ http: number; mqtt: number }>((resolve, reject) => {
    child.on('exit', (code) => reject(new Error(`${entry} ended with ${code} before it was ready: ${output}`)));
    createInterface({ input: child.stdout ?? process.stdin }).on('line', (line) => {
      output += `${line}\n`;
      if (line.startsWith('{"ready":true')) resolve(JSON.parse(line));
    });
  });
  return {
    ...ready,
    url: `http://127.0.0.1:${ready.http}`,
    process: child,
    output: () => output,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      child.kill('SIGTERM');
      const [code] = await once(child, 'exit');
      return code;
    },
    async kill() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

/** Starts the service where it is expected to refuse, or a command that comes to its end, and waits for that. */
export async function runToEnd(
  environment: Record<string, string>,
  entry = 'dist/server/main.js',
  words: string[] = [],
): Promise<Ended> {
  const child = launch(environment, entry, words);
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (data) => {
    stdout += data;
  });
  child.stderr?.on('data', (data) => {
    stderr += data;
  });
  const [code] = await once(child, 'close');
  return { code, stdout, stderr };
}

export function launch(environment: Record<string, string>, entry: string, words: string[] = []): ChildProcess {
  const { PATH = '', HOME = '' } = process.env;
  return spawn(process.execPath, [entry, ...words], {
    cwd: root,
    env: {
      PATH,
      HOME,
      HTTP_PORT: '0',
      MQTT_PORT: '0',
      LOG_LEVEL: 'error',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
