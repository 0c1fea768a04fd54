import unitCodes from '../../data/unit-codes.json' with { type: 'json' };
import type { Quantity } from '../../model.ts';
import type { QuantityElement } from './event.ts';

const units: ReadonlyMap<string, string> = new Map(Object.entries(unitCodes.codes).map(([unit, code]) => [code, unit]));

/** The quantity in UCUM; pieces where the element names no unit; `undefined` for a unit that has no UCUM code here. */
export function ucumQuantity({ quantity, uom }: QuantityElement): Quantity | undefined {
  if (quantity === undefined || quantity <= 0) return undefined;
  const unit = uom === undefined ? '1' : units.get(uom);
  return unit === undefined ? undefined : { value: quantity, unit };
}
