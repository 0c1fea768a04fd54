import { writeFile } from 'node:fs/promises';
import { type Arguments, help, readArguments } from './arguments.ts';
import {
  claimDevices,
  type DeviceCredentials,
  profileOf,
  readCredentials,
  registerDevices,
  UsageError,
} from './credentials.ts';
import { SimulatedDevice } from './device.ts';
import { usualFault } from './faults.ts';
import { Fleet } from './fleet.ts';

const PROGRESS_SECONDS = 5;

/** Runs until the end of the duration or a signal. */
async function run(options: Arguments): Promise<void> {
  const credentials = await credentialsFor(options);
  const devices = credentials.map(
    (one) =>
      new SimulatedDevice({
        id: one.id,
        secret: one.secret,
        profile: profileOf(one),
        url: options.url,
        seed: options.seed,
        clock: () => new Date(),
        interruptions: options.interruptions,
      }),
  );
  injectFault(devices, options);
  const fleet = new Fleet(devices, options.rate);
  try {
    await fleet.start();
    say(`${devices.length} devices connected to ${options.url}, ${options.rate} messages/s`);
    const progress = setInterval(() => report(fleet), PROGRESS_SECONDS * 1000);
    await end(options.durationSeconds);
    clearInterval(progress);
    report(fleet);
  } finally {
    await fleet.stop();
  }
}

async function credentialsFor(options: Arguments): Promise<DeviceCredentials[]> {
  if (options.credentials !== undefined) {
    const all = await readCredentials(options.credentials);
    if (options.devices !== undefined && options.devices > all.length)
      throw new UsageError(`${options.credentials} has ${all.length} devices, not ${options.devices}`);
    return all.slice(0, options.devices);
  }
  const { api, claims, save } = options;
  const got = claims.length
    ? await claimDevices(api, claims)
    : await registerDevices(api, options.token ?? '', options.devices ?? 10, options.prefix);
  if (save) await writeFile(save, JSON.stringify(got, null, 2), { mode: 0o600 });
  return got;
}

function injectFault(devices: SimulatedDevice[], { fault, faultDevice }: Arguments): void {
  if (fault === undefined) return;
  const device = faultDevice === undefined ? devices[0] : devices.find(({ id }) => id === faultDevice);
  if (!device) throw new UsageError(`--fault-device ${faultDevice} is none of the devices`);
  device.injectFault(usualFault(fault, new Date()));
  say(`fault ${fault} on ${device.id}`);
}

/** Resolves at SIGINT, SIGTERM or the end of the duration. */
function end(durationSeconds: number | undefined): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
    if (durationSeconds !== undefined) setTimeout(resolve, durationSeconds * 1000);
  });
}

function report(fleet: Fleet): void {
  const { acknowledged, values, skipped, failed } = fleet.counts();
  const connected = fleet.devices.filter((device) => device.connected).length;
  say(
    `${connected} of ${fleet.devices.length} connected, ${acknowledged} messages acknowledged (${values} values), ${skipped} skipped, ${failed} failed`,
  );
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

try {
  const options = readArguments(process.argv.slice(2));
  if (options) await run(options);
  else process.stdout.write(help);
  // A broker that went away would be tried again for ever.
  process.exit(0);
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  process.stderr.write(`sim: ${reason}\n`);
  process.exit(error instanceof UsageError ? 2 : 1);
}
