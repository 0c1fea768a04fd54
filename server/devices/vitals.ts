import type { Context } from '../context.ts';
import { unscoped } from '../database/guard.ts';
import { type DeviceRecord, deviceModels, type VitalsRecord } from './model.ts';

const writtenAfterMilliseconds = 60_000;
const mostRemembered = 20_000;
const byTheBroker = unscoped('the broker has heard the device');

/** What a device tells of itself, written once a minute at most, and at once when its firmware, its power or what it takes is another. */
export function createVitals(context: Context) {
  const { Device } = deviceModels(context.connection);
  const written = new Map<string, { lasting: string; at: number }>();

  const write = async (id: string, told: Omit<VitalsRecord, 'at'>, at: Date): Promise<void> => {
    const lasting = JSON.stringify([told.firmware, told.externalPower, told.commands]);
    const before = written.get(id);
    const now = context.clock().getTime();
    if (before?.lasting === lasting && now - before.at < writtenAfterMilliseconds) return;
    if (written.size >= mostRemembered) written.clear();
    const device = await Device.findById(id, null, byTheBroker).select({ vitals: 1 }).lean<DeviceRecord>();
    if (!device) return;
    const vitals = { ...device.vitals, ...told, at };
    await Device.updateOne({ _id: id }, { $set: { vitals } }).setOptions(byTheBroker);
    written.set(id, { lasting, at: now });
  };

  return {
    /** Never rejects: it is not worth a reading. */
    async noteVitals(id: string, told: Omit<VitalsRecord, 'at'>, at: Date): Promise<void> {
      try {
        await write(id, told, at);
      } catch (error) {
        context.log.warn({ err: error, device: id }, 'what a device told of itself was not written');
      }
    },
  };
}
