import type { Connection } from 'mongoose';
import type { Caller } from '../identity/caller.ts';
import { within } from '../identity/rights/within.ts';
import { deviceModels } from './model.ts';

type Status = 'online' | 'offline';

/** How many devices in use the caller may see, by division and by what their connection last said. */
export function createCounts(connection: Connection) {
  const { Device } = deviceModels(connection);
  return {
    async countByDivision(
      caller: Caller,
    ): Promise<{ divisionCode: string; status?: Status | undefined; count: number }[]> {
      const found = await Device.aggregate<{ _id: { divisionCode: string; status?: Status }; count: number }>([
        { $match: { state: { $nin: ['disabled', 'retired'] } } },
        { $group: { _id: { divisionCode: '$divisionCode', status: '$connection.status' }, count: { $sum: 1 } } },
      ]).option(within(caller, 'devices:read'));
      return found.map(({ _id, count }) => ({ divisionCode: _id.divisionCode, status: _id.status, count }));
    },
  };
}
