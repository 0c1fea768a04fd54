import type { Caller } from '../identity/caller.ts';
import { within } from '../identity/rights/within.ts';
import type { Level, WarningModels } from './model.ts';
import { unresolvedStates } from './schema.ts';

/** How many warnings the caller may see are unresolved, by division and level; as in the list, none that another one tells. */
export function createCounts({ Warning }: Pick<WarningModels, 'Warning'>) {
  return {
    async openByDivision(caller: Caller): Promise<{ divisionCode: string; level: Level; count: number }[]> {
      const found = await Warning.aggregate<{ _id: { divisionCode: string; level: Level }; count: number }>([
        { $match: { state: { $in: unresolvedStates }, 'quiet.because': { $ne: 'inhibition' } } },
        { $group: { _id: { divisionCode: '$divisionCode', level: '$level' }, count: { $sum: 1 } } },
      ]).option(within(caller, 'warnings:read'));
      return found.map(({ _id, count }) => ({ ..._id, count }));
    },
  };
}
