import type { z } from 'zod';
import { history, type ProfileName, profileNames } from '../devices-sim/index.ts';
import type { createDeviceBody } from '../server/devices/schema.ts';
import devicesData from './data/devices.json' with { type: 'json' };
import { daysBefore, demoCaller, known, type Places, type Seeding } from './seeding.ts';

export interface DeviceCredentials {
  id: string;
  secret: string;
  /** The simulated device's profile. */
  kind: ProfileName;
  site: string;
}

export const simulationSeed = 611000;

const historyDays = 3;
const stepSeconds = 900;
const readingsPerWrite = 1_000;

/** Registers the devices and stores what they would have measured in the last days. */
export async function seedDevices(seeding: Seeding, places: Places): Promise<DeviceCredentials[]> {
  const caller = demoCaller('demo');
  const credentials: DeviceCredentials[] = [];
  for (const { id, name, producer, site, ...device } of devicesData.devices) {
    const profile = profileNames.find((known) => known === device.profile);
    if (!profile) throw new Error(`the demonstration data name the profile ${device.profile}`);
    const siteId = known(places.sites, `${producer}/${site}`);
    const kind = profile === 'rapid-tester' ? 'rapid-tester' : 'sensor';
    const created = await seeding.services.devices.createDevice(caller, { id, name, kind, siteId } as z.output<
      typeof createDeviceBody
    >);
    credentials.push({ id, secret: created.secret, kind: profile, site });
    if (profile !== 'rapid-tester') await storeHistory(seeding, id, profile);
  }
  return credentials;
}

async function storeHistory({ services, start }: Seeding, id: string, profile: ProfileName): Promise<void> {
  const from = daysBefore(start, historyDays);
  const readings = [...history(profile, id, simulationSeed, from, start, stepSeconds, { interruptions: true })];
  for (let first = 0; first < readings.length; first += readingsPerWrite)
    await services.devices.storeReadings(
      readings
        .slice(first, first + readingsPerWrite)
        .map((reading) => ({ ...reading, receivedAt: reading.at, timeSource: 'device' as const })),
    );
}
