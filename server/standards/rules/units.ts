import type { DecimalNumber } from './decimal.ts';

/**
 * Mass of substance per mass of food: the power of ten to mg/kg. Units are case-sensitive: M is not m (UCUM).
 * ppm and ppb are not among them: they are said of mass and of volume alike.
 */
const massFractions = new Map([
  ['mg/kg', 0],
  ['μg/g', 0],
  ['ug/g', 0],
  ['μg/kg', -3],
  ['ug/kg', -3],
  ['ng/g', -3],
  ['g/kg', 3],
  ['mg/g', 3],
  ['mg/100g', 1],
  ['μg/100g', -2],
  ['ug/100g', -2],
  ['g/100g', 4],
  ['ng/kg', -6],
  ['pg/g', -6],
  ['%', 4],
]);

/** The value in the other unit; `null` when the two are not known to measure the same thing. Nothing is assumed. */
export function convert(value: DecimalNumber, from: string, to: string): DecimalNumber | null {
  const [source, target] = [canonical(from), canonical(to)];
  if (source === target) return value;
  const [fromPower, toPower] = [massFractions.get(source), massFractions.get(target)];
  if (fromPower === undefined || toPower === undefined) return null;
  return value.times(`1e${fromPower - toPower}`);
}

export function isMassFraction(unit: string): boolean {
  return massFractions.has(canonical(unit));
}

/** Half width, without spaces; both micro signs become one letter. */
function canonical(unit: string): string {
  return unit.normalize('NFKC').replaceAll(/\s/g, '');
}
