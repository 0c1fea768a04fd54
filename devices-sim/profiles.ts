import * as curves from './curves.ts';

interface MeasuredMetric {
  unit: string;
  decimals: number;
  curve: curves.Curve;
}

const temperatureOf = (curve: curves.Curve): MeasuredMetric => ({ unit: 'Cel', decimals: 2, curve });
const humidityOf = (curve: curves.Curve): MeasuredMetric => ({ unit: '%', decimals: 1, curve });

/** What each kind of device measures. */
const profiles = {
  'cold-room': {
    temperature: temperatureOf(curves.coldRoomTemperature),
    humidity: humidityOf(curves.coldRoomHumidity),
    door: { unit: '1', decimals: 0, curve: curves.coldRoomDoor },
  },
  greenhouse: {
    temperature: temperatureOf(curves.greenhouseTemperature),
    humidity: humidityOf(curves.greenhouseHumidity),
    illuminance: { unit: 'lx', decimals: 0, curve: curves.greenhouseIlluminance },
    'soil-moisture': humidityOf(curves.soilMoisture),
    co2: { unit: '[ppm]', decimals: 0, curve: curves.greenhouseCo2 },
  },
  field: {
    temperature: temperatureOf(curves.fieldTemperature),
    humidity: humidityOf(curves.fieldHumidity),
    illuminance: { unit: 'lx', decimals: 0, curve: curves.fieldIlluminance },
    rainfall: { unit: 'mm', decimals: 1, curve: curves.fieldRainfall },
    'wind-speed': { unit: 'm/s', decimals: 1, curve: curves.fieldWind },
    'soil-moisture': humidityOf(curves.soilMoisture),
  },
  vehicle: {
    temperature: temperatureOf(curves.vehicleTemperature),
    speed: { unit: 'km/h', decimals: 0, curve: curves.vehicleSpeed },
  },
  'rapid-tester': {
    'inhibition-rate': { unit: '%', decimals: 1, curve: curves.inhibitionRate },
  },
} as const satisfies Record<string, Record<string, MeasuredMetric>>;

export type ProfileName = keyof typeof profiles;

export const profileNames = Object.keys(profiles) as ProfileName[];

export function isProfileName(name: string): name is ProfileName {
  return Object.hasOwn(profiles, name);
}

/** The metrics of a profile with their UCUM units. */
export function metricsOf(profile: ProfileName): { metric: string; unit: string }[] {
  return Object.entries<MeasuredMetric>(profiles[profile]).map(([metric, { unit }]) => ({ metric, unit }));
}

/**
 * What the device measures at that time: the same arguments give the same number.
 * @throws RangeError when the profile does not measure the metric
 */
export function value(profile: ProfileName, seed: number, deviceId: string, metric: string, time: Date): number {
  const measured: Record<string, MeasuredMetric> = profiles[profile];
  const found = Object.hasOwn(measured, metric) ? measured[metric] : undefined;
  if (!found) throw new RangeError(`a ${profile} device does not measure ${metric}`);
  const exact = found.curve({ seed, device: deviceId }, time.getTime());
  return Number(exact.toFixed(found.decimals));
}
