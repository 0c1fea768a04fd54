import { between, chance, jitter, wander } from './random.ts';

/** One device's place in the world of the simulation. */
export interface Place {
  seed: number;
  device: string;
}

/** A quantity over time; `time` in milliseconds since 1970. */
export type Curve = (place: Place, time: number) => number;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Shangluo keeps China Standard Time. */
const ZONE = 8 * HOUR;

const words = (place: Place, what: string) => [place.seed, place.device, what];

function hourOfDay(time: number): number {
  return ((((time + ZONE) % DAY) + DAY) % DAY) / HOUR;
}

/** -1 in mid-January, 1 in mid-July. */
function season(time: number): number {
  return -Math.cos((2 * Math.PI * (time - 15 * DAY)) / (365.25 * DAY));
}

/** -1 before dawn, 1 in the early afternoon. */
function warmthOfDay(time: number): number {
  return Math.cos((2 * Math.PI * (hourOfDay(time) - 14)) / 24);
}

/** 0 at night, 1 at noon of a day from 6 to 18 h. */
function daylight(time: number): number {
  return Math.max(0, Math.sin((Math.PI * (hourOfDay(time) - 6)) / 12));
}

/** The weather is one for all devices of a seed. */
function cloudiness(seed: number, time: number): number {
  return (wander(time, 9 * HOUR, seed, 'clouds') + 1) / 2;
}

function compressorCycle(place: Place, time: number): number {
  const period = between(18, 30, ...words(place, 'period')) * MINUTE;
  const phase = (time / period + chance(...words(place, 'phase'))) % 1;
  // Cooling takes a third of the cycle, warming the rest.
  return phase < 1 / 3 ? 1 - 6 * phase : (phase - 1 / 3) * 3 - 1;
}

/** The heater melts the ice for twenty minutes, every six to eight hours; the air follows and comes back. */
function defrost(place: Place, time: number): number {
  const period = between(6, 8, ...words(place, 'defrost')) * HOUR;
  const sinceStart = (time + period * chance(...words(place, 'defrost phase'))) % period;
  const heating = 20 * MINUTE;
  if (sinceStart < heating) return sinceStart / heating;
  return Math.exp(-(sinceStart - heating) / (12 * MINUTE));
}

/** Opened for some minutes in about every third quarter of an hour of the working day. */
export const coldRoomDoor: Curve = (place, time) => {
  const hour = hourOfDay(time);
  if (hour < 7 || hour > 19) return 0;
  const slot = Math.floor(time / (15 * MINUTE));
  if (chance(...words(place, 'door'), slot) > 0.3) return 0;
  return time % (15 * MINUTE) < between(1, 4, ...words(place, 'open'), slot) * MINUTE ? 1 : 0;
};

export const coldRoomTemperature: Curve = (place, time) =>
  between(2, 3.5, ...words(place, 'setpoint')) +
  0.6 * compressorCycle(place, time) +
  1.5 * defrost(place, time) +
  0.3 * coldRoomDoor(place, time) +
  0.1 * jitter(time, ...words(place, 'temperature'));

export const coldRoomHumidity: Curve = (place, time) =>
  89 +
  3 * wander(time, 2 * HOUR, ...words(place, 'humidity')) -
  3 * defrost(place, time) +
  jitter(time, ...words(place, 'h'));

export const fieldTemperature: Curve = (place, time) =>
  13 +
  11 * season(time) +
  (6 - 3 * cloudiness(place.seed, time)) * warmthOfDay(time) +
  2 * wander(time, 30 * HOUR, place.seed, 'air mass') +
  0.2 * jitter(time, ...words(place, 'temperature'));

export const fieldHumidity: Curve = (place, time) =>
  70 - 15 * warmthOfDay(time) + 14 * (cloudiness(place.seed, time) - 0.5) + jitter(time, ...words(place, 'humidity'));

export const fieldIlluminance: Curve = (place, time) =>
  daylight(time) *
  (95_000 - 70_000 * cloudiness(place.seed, time)) *
  (1 + 0.02 * jitter(time, ...words(place, 'light')));

/** Millimeters in the hour. */
export const fieldRainfall: Curve = (place, time) => Math.max(0, cloudiness(place.seed, time) - 0.8) * 40;

export const fieldWind: Curve = (place, time) =>
  Math.max(0, 2 + 1.2 * warmthOfDay(time) + 1.5 * wander(time, 2 * HOUR, ...words(place, 'wind')));

/** Dries out and is watered every two to four days. */
export const soilMoisture: Curve = (place, time) => {
  const period = between(2, 4, ...words(place, 'watering')) * DAY;
  const sinceWatering = ((time / period + chance(...words(place, 'watered'))) % 1) as number;
  return 24 + 14 * Math.exp(-1.6 * sinceWatering) + 0.3 * jitter(time, ...words(place, 'soil'));
};

export const greenhouseTemperature: Curve = (place, time) =>
  20 +
  3 * season(time) +
  (5 + 3 * (1 - cloudiness(place.seed, time))) * warmthOfDay(time) +
  wander(time, 3 * HOUR, ...words(place, 'vents')) +
  0.15 * jitter(time, ...words(place, 'temperature'));

export const greenhouseHumidity: Curve = (place, time) =>
  76 -
  13 * warmthOfDay(time) +
  4 * wander(time, 4 * HOUR, ...words(place, 'vapor')) +
  jitter(time, ...words(place, 'humidity'));

export const greenhouseIlluminance: Curve = (place, time) => 0.65 * fieldIlluminance(place, time);

/** Plants take it by day and give it by night. */
export const greenhouseCo2: Curve = (place, time) =>
  620 - 190 * warmthOfDay(time) + 40 * wander(time, HOUR, ...words(place, 'co2'));

/** On the road from five to eleven in the morning, with a stop in some half hours. */
export const vehicleSpeed: Curve = (place, time) => {
  const hour = hourOfDay(time);
  if (hour < 5 || hour > 11 || isUnloading(place, time)) return 0;
  return 58 + 18 * wander(time, 8 * MINUTE, ...words(place, 'speed'));
};

function isUnloading(place: Place, time: number): boolean {
  const slot = Math.floor(time / (30 * MINUTE));
  return chance(...words(place, 'stop'), slot) < 0.35 && time % (30 * MINUTE) < 8 * MINUTE;
}

export const vehicleTemperature: Curve = (place, time) =>
  3.2 +
  0.8 * compressorCycle(place, time) +
  (isUnloading(place, time) ? 1.2 : 0) +
  0.15 * jitter(time, ...words(place, 'temperature'));

/**
 * Inhibition rate in percent (GB/T 5009.199: 50 % and more is positive). Most samples are clean; about one in forty is not.
 */
export const inhibitionRate: Curve = (place, time) =>
  chance(...words(place, 'positive'), time) < 0.025
    ? between(52, 88, ...words(place, 'rate'), time)
    : between(1, 34, ...words(place, 'rate'), time);
