import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../server/config.ts';
import { type Platform, startPlatform } from '../server/platform.ts';
import { ensureAccounts } from './accounts.ts';
import { seed } from './seed.ts';

/** `npm run demo`: the whole platform with Shangluo's demonstration data and simulated devices. */
async function main(): Promise<void> {
  const dataDirectory = process.env.DATA_DIR || 'data/demo';
  const given = readConfig({ LOG_LEVEL: 'warn', ...process.env, DATA_DIR: dataDirectory });
  const password = given.demoPassword ?? randomBytes(9).toString('base64url');
  const time: { pretended?: Date } = {};
  const clock = () => time.pretended ?? new Date();
  const publicUrl = given.publicUrl ?? (given.httpPort ? `http://${localAddress()}:${given.httpPort}` : undefined);
  const platform = await startPlatform({ ...given, adminPassword: password, ...(publicUrl && { publicUrl }) }, clock);
  const stopping = stopOnSignals(platform);
  const credentialsFile = join(dataDirectory, 'devices.json');
  if (!existsSync(credentialsFile)) {
    const credentials = await seed({
      services: platform.services,
      setTime: (pretended) => {
        time.pretended = pretended;
      },
      start: new Date(),
      progress: (text) => say(`[demo] ${text}`),
      makeAccounts: () => ensureAccounts(platform.services, password),
    });
    delete time.pretended;
    writeFileSync(credentialsFile, JSON.stringify(credentials, null, 2), { mode: 0o600 });
  }
  await ensureAccounts(platform.services, password);
  stopping.child = simulate(platform.mqtt, credentialsFile);
  announce(platform, publicUrl ?? `http://localhost:${platform.http}`, password);
  platform.failed.then(fail);
}

function simulate(mqttPort: number, credentialsFile: string): ChildProcess {
  const simulation = fileURLToPath(new URL('./simulation.js', import.meta.url));
  return fork(simulation, [credentialsFile, String(mqttPort)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
}

function announce(platform: Platform, publicUrl: string, password: string): void {
  say(`
  AgriTrace 商洛市农产品质量安全追溯平台 · 演示

  控制台 console      http://localhost:${platform.http}/console/
  消费者 consumer     ${publicUrl}/q/DEMO-S1   (${publicUrl}/q/DEMO-V6 不合格 failed)
  接口   API          http://localhost:${platform.http}/api/docs
  MQTT                mqtt://localhost:${platform.mqtt}

  账号 accounts       admin city county town sampler analyst reviewer certifier
                      officer1 officer2 officer3 producer auditor
  密码 password       ${password}

  约两分钟后，市场二号冷库将因库门未关发出预警
  in about two minutes a cold room of the market will raise a warning: its door is left open
`);
  say(JSON.stringify({ ready: true, http: platform.http, mqtt: platform.mqtt }));
}

/** The address by which a phone in the same network reaches this machine. */
function localAddress(): string {
  const addresses = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
  return addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? 'localhost';
}

function stopOnSignals(platform: Platform): { child?: ChildProcess } {
  const running: { child?: ChildProcess } = {};
  let stopping = false;
  const stop = async () => {
    if (stopping) process.exit(1);
    stopping = true;
    running.child?.kill('SIGTERM');
    await platform.stop();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  return running;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function fail(reason: string): never {
  process.stderr.write(`agritrace demo: ${reason.split('\n')[0]}\n`);
  process.exit(1);
}

main().catch((error: unknown) => fail(error instanceof Error ? error.message : String(error)));
