import { InvalidInput } from '../errors.ts';
import type { FoodNames } from './imports/food-names.ts';

export function unknownCategory(pointer: string, nodes: FoodNames['nodes']): InvalidInput {
  const top = [...nodes.values()].filter(({ parentCode }) => parentCode === null).map(({ code }) => code);
  return InvalidInput.field(
    pointer,
    `is not a known category: GET /api/v1/standards/classification lists the codes; the top ones are ${top.join(', ')}`,
  );
}
