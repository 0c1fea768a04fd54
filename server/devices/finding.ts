import type { Context } from '../context.ts';
import { NotFound } from '../errors.ts';
import type { Caller } from '../identity/caller.ts';
import type { Permission } from '../identity/permissions.ts';
import { within } from '../identity/rights/within.ts';
import type { ProducersService } from '../producers/index.ts';
import type { Deliveries } from './delivery.ts';
import { type DeviceRecord, deviceModels } from './model.ts';
import { readablePeriods } from './readable.ts';
import type { ReadingStore } from './reading-store.ts';
import { deviceView } from './view.ts';

interface Deps {
  producers: Pick<ProducersService, 'sitesById'>;
  deliveries: Pick<Deliveries, 'of'>;
  readings: Pick<ReadingStore, 'lastOf'>;
}

/** Devices within a caller's reach, and how that caller sees them. */
export function createFinding(context: Context, { producers, deliveries, readings }: Deps) {
  const { Device } = deviceModels(context.connection);

  const requireDevice = async (
    caller: Caller,
    id: string,
    permission: Permission = 'devices:read',
  ): Promise<DeviceRecord> => {
    const device = await Device.findById(id, null, within(caller, permission)).lean<DeviceRecord>();
    if (!device) throw new NotFound(`There is no device ${id}`);
    return device;
  };

  const viewsOf = async (caller: Caller, devices: DeviceRecord[]) => {
    const sites = await producers.sitesById(devices.flatMap(({ siteId }) => (siteId ? [siteId.toHexString()] : [])));
    const delivered = await deliveries.of(devices.map(({ _id }) => _id));
    return Promise.all(
      devices.map(async (device) => {
        const last = await readings.lastOf(device, readablePeriods(caller, device));
        const site = device.siteId && sites.get(device.siteId.toHexString());
        return deviceView(device, caller, site, last, delivered.get(device._id));
      }),
    );
  };

  return {
    requireDevice,
    viewsOf,
    async viewOf(caller: Caller, id: string) {
      const [view] = await viewsOf(caller, [await requireDevice(caller, id)]);
      if (!view) throw new NotFound(`There is no device ${id}`);
      return view;
    },
  };
}

export type Finding = ReturnType<typeof createFinding>;
