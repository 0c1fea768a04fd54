import type { Quantity } from '../model.ts';
import { converted } from './mass-balance.ts';

export interface Portion {
  at: Date;
  quantity?: Quantity | undefined;
}

/**
 * The harvests of which something can be in the lot at a moment, or in what is taken out of it then: all up to the moment, but for
 * those before the lot was empty. It was empty when as much had been taken out as was ever harvested; where a quantity of a harvest is missing
 * nobody knows, and from then on no harvest leaves the lot.
 */
export function harvestsInLot<Harvest extends Portion>(
  harvests: readonly Harvest[],
  takings: readonly Portion[],
  moment: Date,
): Harvest[] {
  const unit = harvests.find(({ quantity }) => quantity)?.quantity?.unit ?? 'kg';
  const amount = ({ quantity }: Portion) => quantity && converted(quantity, unit);
  const moves = [
    ...harvests
      .filter(({ at }) => at <= moment)
      .map((harvest) => ({ at: harvest.at, harvest, amount: amount(harvest) })),
    ...takings
      .filter(({ at }) => at < moment)
      .map((taking) => ({ at: taking.at, harvest: undefined, amount: amount(taking) })),
  ].sort((a, b) => a.at.getTime() - b.at.getTime() || Number(!a.harvest) - Number(!b.harvest));
  let inside: Harvest[] = [];
  let left = 0;
  for (const { harvest, amount: moved } of moves) {
    if (harvest) {
      inside.push(harvest);
      left += moved ?? Number.POSITIVE_INFINITY;
      continue;
    }
    left -= moved ?? 0;
    if (left > leastAmount) continue;
    inside = [];
    left = 0;
  }
  return inside;
}

const leastAmount = 1e-9;
