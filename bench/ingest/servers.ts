import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import mongoose from 'mongoose';
import type { Account } from './packets.ts';
import { family, startProcess } from './processes.ts';

/** A way to take readings in, running. */
export interface Subject {
  name: string;
  port: number;
  accounts: readonly Account[];
  /** All processes of the servers. */
  pids(): number[];
  /** Of the process that holds the connections. */
  brokerPid: number;
  /** Readings stored so far; `null`: it stores none. */
  stored(): Promise<number | null>;
  stop(): Promise<void>;
}

export interface Platform extends Subject {
  url: string;
  token: string;
}

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));
const password = 'a long administrator password';
const unbound = 1_000_000_000;

/** The built platform on the embedded database, with a threshold rule that concerns every reading. */
export async function startPlatform(devices: number): Promise<Platform> {
  const folder = await mkdtemp(join(tmpdir(), 'agritrace-bench-'));
  const limits = {
    messagesPerSecond: unbound,
    messagesAtOnce: unbound,
    connectionsPerSecond: unbound,
    connectionsAtOnce: unbound,
  };
  await writeFile(join(folder, 'mqtt.json'), JSON.stringify({ ...limits, connectionsPerPrincipal: 10 }));
  await writeFile(join(folder, 'rates.json'), '[]');
  const started = await startProcess<{ http: number; mqtt: number }>(process.execPath, ['dist/server/main.js'], {
    HTTP_PORT: '0',
    MQTT_PORT: '0',
    DATA_DIR: join(folder, 'data'),
    LOG_LEVEL: 'error',
    ADMIN_PASSWORD: password,
    MQTT_LIMITS: join(folder, 'mqtt.json'),
    RATE_LIMITS: join(folder, 'rates.json'),
    // For `--cpu-prof`: the service and its engine write their profiles when they end.
    ...(process.env.SERVICE_NODE_OPTIONS && { NODE_OPTIONS: process.env.SERVICE_NODE_OPTIONS }),
  });
  const url = `http://127.0.0.1:${started.ready.http}`;
  const token = String((await post(url, '', '/api/v1/session', { username: 'admin', password })).token);
  await post(url, token, '/api/v1/warning-rules', {
    ...{ name: 'bench', kind: 'threshold', level: 'blue', metric: 'temperature', unit: 'Cel', comparison: 'above' },
    ...{ limit: 50, clearAt: 40, durationSeconds: 0, divisionCode: '611000' },
  });
  const register = async (id: string): Promise<Account> => {
    const device = { id, name: id, kind: 'sensor', divisionCode: '611000' };
    return { username: id, password: String((await post(url, token, '/api/v1/devices', device)).secret) };
  };
  const accounts: Account[] = [];
  for (let from = 0; from < devices; from += 20)
    accounts.push(
      ...(await Promise.all(
        Array.from({ length: Math.min(20, devices - from) }, (_, index) => register(`probe-${from + index}`)),
      )),
    );
  const pid = started.process.pid ?? 0;
  return {
    name: 'the platform',
    port: started.ready.mqtt,
    url,
    token,
    accounts,
    brokerPid: pid,
    pids: () => family(pid),
    async stored() {
      const text = await (await fetch(`${url}/metrics`)).text();
      return Number(/^agritrace_mqtt_readings_stored_total (\d+)/m.exec(text)?.[1] ?? 0);
    },
    async stop() {
      await started.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** (a) Aedes that acknowledges without storing. */
export async function startAedes(devices: number): Promise<Subject> {
  const started = await startProcess<{ mqtt: number }>(process.execPath, ['--import=tsx', here('./aedes-alone.ts')]);
  const pid = started.process.pid ?? 0;
  return {
    name: 'Aedes alone',
    port: started.ready.mqtt,
    accounts: strangers(devices),
    brokerPid: pid,
    pids: () => [pid],
    stored: async () => null,
    stop: started.stop,
  };
}

/** (b) Aedes, and (c) mosquitto, with a subscriber that creates a document for each message in the same embedded database. */
export async function startTutorial(devices: number, mosquitto?: string): Promise<Subject> {
  const folder = await mkdtemp(join(tmpdir(), 'agritrace-bench-'));
  const broker = mosquitto === undefined ? await startAedes(devices) : await startMosquitto(mosquitto, folder, devices);
  const database = await startProcess<{ uri: string }>(process.execPath, ['dist/server/database/embedded/command.js'], {
    DATA_DIR: join(folder, 'data'),
  });
  const { uri } = database.ready;
  const subscriber = await startProcess(process.execPath, [
    '--import=tsx',
    here('./tutorial-subscriber.ts'),
    String(broker.port),
    uri,
  ]);
  const client = await mongoose.mongo.MongoClient.connect(uri);
  return {
    ...broker,
    name: `${broker.name} and a subscriber`,
    pids: () => [...broker.pids(), ...family(database.process.pid ?? 0), subscriber.process.pid ?? 0],
    stored: () => client.db().collection('readings').estimatedDocumentCount(),
    async stop() {
      await broker.stop();
      await subscriber.stop();
      await client.close();
      await database.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function startMosquitto(program: string, folder: string, devices: number): Promise<Subject> {
  const port = 20_000 + (process.pid % 10_000);
  const configuration = join(folder, 'mosquitto.conf');
  await writeFile(
    configuration,
    `listener ${port} 127.0.0.1\nallow_anonymous true\nmax_queued_messages 0\nuser root\n`,
  );
  const script = `"${program}" -c "${configuration}" & sleep 1; echo '{"ready":true}'; trap 'kill $!' TERM; wait $!`;
  const started = await startProcess('/bin/sh', ['-c', script], { LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH ?? '' });
  const pid = family(started.process.pid ?? 0).at(-1) ?? 0;
  return {
    name: 'mosquitto',
    port,
    accounts: strangers(devices),
    brokerPid: pid,
    pids: () => [pid],
    stored: async () => null,
    stop: started.stop,
  };
}

function strangers(devices: number): Account[] {
  return Array.from({ length: devices }, (_, device) => ({ username: `probe-${device}`, password: 'none' }));
}

async function post(url: string, token: string, path: string, body: unknown): Promise<Record<string, unknown>> {
  const response = await fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  });
  const answer: Record<string, unknown> = JSON.parse(await response.text());
  if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`);
  return answer;
}
