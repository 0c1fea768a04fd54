import { readFileSync } from 'node:fs';
import { Fleet, SimulatedDevice } from '../devices-sim/index.ts';
import { type DeviceCredentials, simulationSeed } from './seed-devices.ts';

const secondsBetweenReadings = 10;
const minutesBetweenRapidTests = 10;
const rapidlyTested = ['DEMO-V3', 'DEMO-V4', 'DEMO-V5'];

/** Half a minute after the start this cold room's door is left open for ten minutes. */
const excursion = { device: 'cold-market-2', afterSeconds: 30, forSeconds: 600, target: 14, timeConstantSeconds: 40 };

/** The demonstration's devices, in a process of their own. Arguments: file of credentials, port of the broker. */
async function main(): Promise<void> {
  const [file = '', port = ''] = process.argv.slice(2);
  const credentials: DeviceCredentials[] = JSON.parse(readFileSync(file, 'utf8'));
  const devices = credentials.map(
    ({ id, secret, kind }) =>
      new SimulatedDevice({
        id,
        secret,
        profile: kind,
        url: `mqtt://127.0.0.1:${port}`,
        seed: simulationSeed,
        clock: () => new Date(),
        ...(kind === 'rapid-tester' && {
          intervalMs: minutesBetweenRapidTests * 60_000,
          nextSample: (count) => rapidlyTested[count % rapidlyTested.length] ?? '',
        }),
      }),
  );
  const from = new Date(Date.now() + excursion.afterSeconds * 1000);
  const to = new Date(from.getTime() + excursion.forSeconds * 1000);
  devices.find(({ id }) => id === excursion.device)?.injectFault({ kind: 'excursion', from, to, ...excursion });
  const testers = devices.filter(({ profile }) => profile === 'rapid-tester');
  const sensors = devices.filter(({ profile }) => profile !== 'rapid-tester');
  const fleet = new Fleet(sensors, sensors.length / secondsBetweenReadings);
  await Promise.all([fleet.start(), ...testers.map((tester) => tester.start())]);
  const stop = () => Promise.all([fleet.stop(), ...testers.map((tester) => tester.stop())]).then(() => process.exit(0));
  process.on('SIGTERM', stop);
  process.on('disconnect', stop);
  process.on('SIGINT', () => {});
}

main().catch((error: unknown) => {
  process.stderr.write(`agritrace demo: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
