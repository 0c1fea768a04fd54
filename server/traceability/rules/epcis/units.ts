import { Decimal } from 'decimal.js';
import data from '../../epcis/data/units.json' with { type: 'json' };

export interface InBaseUnit {
  /** Two values with the same dimension can be compared. */
  dimension: string;
  value: number;
}

const temperatures: Readonly<Record<string, { factor: string; offset: string }>> = data.temperatures;
const factors = new Map(
  Object.entries(data.dimensions).flatMap(([dimension, units]) =>
    Object.entries(units).map(([code, factor]) => [code, { dimension, factor }] as const),
  ),
);

/** As many figures as a binary fraction surely holds, so that 1 500 g and 1.5 kg are equal. */
const figures = 12;

/**
 * A value in the base unit of its dimension, so that 50 degrees Fahrenheit are found by a question in degrees Celsius. A code
 * that the table lacks is a dimension of its own: it equals itself alone.
 * @param unit a common code of UNECE Recommendation 20, e.g. `KGM`
 */
export function inBaseUnit(value: number, unit: string): InBaseUnit {
  const temperature = Object.hasOwn(temperatures, unit) ? temperatures[unit] : undefined;
  if (temperature)
    return {
      dimension: 'temperature',
      value: rounded(new Decimal(value).plus(temperature.offset).times(temperature.factor)),
    };
  const known = factors.get(unit);
  if (!known) return { dimension: unit, value };
  return { dimension: known.dimension, value: rounded(new Decimal(value).times(known.factor)) };
}

function rounded(value: Decimal): number {
  return value.toSignificantDigits(figures).toNumber();
}
