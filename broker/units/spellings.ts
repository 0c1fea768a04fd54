import senml from './data/senml-units.json' with { type: 'json' };

/** Spellings that firmware and people use for a UCUM code. */
const spellings = new Map([
  ['℃', 'Cel'],
  ['°C', 'Cel'],
  ['C', 'Cel'],
  ['℉', '[degF]'],
  ['°F', '[degF]'],
  ['F', '[degF]'],
  ['%RH', '%'],
  ['％', '%'],
  ['ppm', '[ppm]'],
  ['ppb', '[ppb]'],
  ['pH', '[pH]'],
  ['lux', 'lx'],
  ['°', 'deg'],
  ['mg/l', 'mg/L'],
  ['µS/cm', 'uS/cm'],
  ['μS/cm', 'uS/cm'],
  ['kph', 'km/h'],
  ['mph', '[mi_i]/h'],
]);

/** The UCUM code of a unit as a device or a person writes it; unknown spellings stay as they are. */
export function spelledUnit(given: string): string {
  return spellings.get(given) ?? given;
}

const senmlUnits = new Map<string, string | null>(Object.entries(senml.units));

/** The UCUM code of a SenML unit; `null` when the registry does not have it or UCUM has no such unit. */
export function senmlUnit(given: string): string | null {
  return senmlUnits.get(given) ?? null;
}
