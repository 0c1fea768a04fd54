/** The unit in which a metric is kept (UCUM) and the values that nature or the metric itself allows in it. */
interface Metric {
  unit: string;
  least?: number;
  most?: number;
}

const ABSOLUTE_ZERO = -273.15;
const temperature: Metric = { unit: 'Cel', least: ABSOLUTE_ZERO };
// Sensors near saturation read a little above 100 %; far above is a fault.
const humidity: Metric = { unit: '%', least: 0, most: 110 };
const share: Metric = { unit: '%', least: 0, most: 100 };
const concentration: Metric = { unit: '[ppm]', least: 0, most: 1_000_000 };
const yesOrNo: Metric = { unit: '1', least: 0, most: 1 };

const metrics = new Map<string, Metric>(
  Object.entries({
    temperature,
    'soil-temperature': temperature,
    'water-temperature': temperature,
    'core-temperature': temperature,
    'dew-point': temperature,
    humidity,
    'soil-moisture': share,
    'soil-conductivity': { unit: 'mS/cm', least: 0 },
    co2: concentration,
    ammonia: concentration,
    ethylene: concentration,
    illuminance: { unit: 'lx', least: 0 },
    ph: { unit: '[pH]', least: -2, most: 16 },
    'dissolved-oxygen': { unit: 'mg/L', least: 0 },
    pressure: { unit: 'hPa', least: 0 },
    rainfall: { unit: 'mm', least: 0 },
    'wind-speed': { unit: 'm/s', least: 0 },
    'wind-direction': { unit: 'deg', least: 0, most: 360 },
    door: yesOrNo,
    'compressor-running': yesOrNo,
    battery: share,
    voltage: { unit: 'V' },
    latitude: { unit: 'deg', least: -90, most: 90 },
    longitude: { unit: 'deg', least: -180, most: 180 },
    speed: { unit: 'km/h', least: 0 },
    weight: { unit: 'kg' },
  } satisfies Record<string, Metric>),
);

/** Spellings that firmware uses for a UCUM unit. */
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
  ['pH', '[pH]'],
  ['lux', 'lx'],
  ['°', 'deg'],
  ['mg/l', 'mg/L'],
]);

const conversions = new Map<string, (value: number) => number>([
  ['[degF] to Cel', (value) => ((value - 32) * 5) / 9],
  ['K to Cel', (value) => value + ABSOLUTE_ZERO],
  ['Pa to hPa', (value) => value / 100],
  ['kPa to hPa', (value) => value * 10],
  ['uS/cm to mS/cm', (value) => value / 1000],
  ['km/h to m/s', (value) => value / 3.6],
  ['m/s to km/h', (value) => value * 3.6],
  ['mV to V', (value) => value / 1000],
  ['g to kg', (value) => value / 1000],
]);

export type Quantity =
  | { ok: true; value: number; unit: string }
  | { ok: false; field: 'unit' | 'value'; reason: string };

/**
 * The value in the canonical unit of its metric. A metric that the table does not know keeps the unit it came with.
 * @param given the unit as the device wrote it; absent: the canonical one
 */
export function canonical(metricName: string, value: number, given: string | undefined): Quantity {
  if (!Number.isFinite(value)) return { ok: false, field: 'value', reason: 'must be a finite number' };
  const unit = given === undefined ? undefined : (spellings.get(given) ?? given);
  const metric = metrics.get(metricName);
  if (!metric) return unknownMetric(metricName, value, unit);
  const converted = convert(value, unit ?? metric.unit, metric.unit);
  if (converted === null)
    return {
      ok: false,
      field: 'unit',
      reason: `"${given}" cannot be converted to ${metric.unit}, the unit of ${metricName}`,
    };
  if (converted < (metric.least ?? Number.NEGATIVE_INFINITY) || converted > (metric.most ?? Number.POSITIVE_INFINITY))
    return { ok: false, field: 'value', reason: `${value} ${given ?? metric.unit} is impossible for ${metricName}` };
  return { ok: true, value: converted, unit: metric.unit };
}

function unknownMetric(metricName: string, value: number, unit: string | undefined): Quantity {
  if (unit === undefined)
    return { ok: false, field: 'unit', reason: `is missing, and ${metricName} is not a metric with a known unit` };
  if (!/^[!-~]{1,20}$/.test(unit))
    return { ok: false, field: 'unit', reason: `"${unit}" is not a UCUM code of 1 to 20 characters` };
  return { ok: true, value, unit };
}

function convert(value: number, from: string, to: string): number | null {
  if (from === to) return value;
  const conversion = conversions.get(`${from} to ${to}`);
  // Rounded where binary fractions would show: 39.2 °F is 4 Cel, not 4.000000000000002.
  return conversion ? Math.round(conversion(value) * 1e9) / 1e9 : null;
}
