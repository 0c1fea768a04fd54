import type { Context } from '../context.ts';
import { unscoped } from '../database/guard.ts';
import { lookElsewhere } from '../jobs/looking-elsewhere.ts';
import { type DeviceRecord, deviceModels } from './model.ts';

const byTheBroker = unscoped('connections are closed whosever device it is');

/** Tells this instance of devices that were cut off through another one on the same database. */
export function createCutOffsElsewhere(context: Context) {
  const { Device } = deviceModels(context.connection);
  const looking = lookElsewhere(context, {
    what: 'devices that were cut off',
    async changedSince(since) {
      const cutOff = await Device.find({ cutOffAt: { $gte: since } }, null, byTheBroker)
        .select({ cutOffAt: 1 })
        .lean<Required<Pick<DeviceRecord, '_id' | 'cutOffAt'>>[]>();
      return cutOff.map(({ _id, cutOffAt }) => ({ id: _id, at: cutOffAt }));
    },
    tell: ({ id, at }) => context.bus.emit('device.cut-off', { deviceId: id, at }),
  });
  const forget = context.bus.on('device.cut-off', ({ deviceId, at }) => looking.know({ id: deviceId, at }));
  return {
    ...looking,
    stop(): Promise<void> {
      forget();
      return looking.stop();
    },
  };
}
