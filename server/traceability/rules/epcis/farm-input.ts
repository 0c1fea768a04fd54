import type { FarmInput, Quantity } from '../../model.ts';

/** What was used in the field, in the platform's own vocabulary: EPCIS has no field for it. */
export function farmInputFields({ name, dose, registrationNumber, area, preHarvestDays }: FarmInput) {
  return {
    'agritrace:input': name,
    ...(dose && { 'agritrace:dose': dose }),
    ...(registrationNumber && { 'agritrace:registrationNumber': registrationNumber }),
    ...(area && { 'agritrace:area': { 'agritrace:value': area.value, 'agritrace:unit': area.unit } }),
    ...(preHarvestDays !== undefined && { 'agritrace:preHarvestDays': preHarvestDays }),
  };
}

/** The same as another platform of this kind tells it; `undefined` where an event names no input. */
export function farmInputOf(told: Readonly<Record<string, unknown>>): FarmInput | undefined {
  const name = told['agritrace:input'];
  if (typeof name !== 'string' || name === '') return undefined;
  const [dose, number, days] = [
    told['agritrace:dose'],
    told['agritrace:registrationNumber'],
    told['agritrace:preHarvestDays'],
  ];
  const area = areaOf(told['agritrace:area']);
  return {
    name,
    ...(typeof dose === 'string' && { dose }),
    ...(typeof number === 'string' && { registrationNumber: number }),
    ...(area && { area }),
    ...(typeof days === 'number' && Number.isInteger(days) && days >= 0 && { preHarvestDays: days }),
  };
}

function areaOf(told: unknown): Quantity | undefined {
  if (typeof told !== 'object' || told === null) return undefined;
  const { 'agritrace:value': value, 'agritrace:unit': unit } = told as Record<string, unknown>;
  return typeof value === 'number' && typeof unit === 'string' ? { value, unit } : undefined;
}
