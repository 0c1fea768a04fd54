import type { Vitals } from '../ports.ts';
import type { Field } from './fields.ts';

/** Names under which firmware tells of itself; ThingsBoard's own updates report `current_fw_version`. */
const numbers: ReadonlyMap<string, 'rssi' | 'snr'> = new Map([
  ['rssi', 'rssi'],
  ['snr', 'snr'],
]);
const versions = new Set(['current_fw_version', 'fw_version', 'firmwareVersion', 'firmware']);
const longestVersion = 64;

/** Takes what firmware tells of itself from among its fields; those that a device's mapping names stay what it says. */
export function takeVitals(
  fields: readonly Field[],
  mapped: (name: string) => boolean,
): { fields: Field[]; vitals?: Vitals } {
  const vitals: Vitals = {};
  const others = fields.filter((field) => mapped(field.name) || !note(vitals, field));
  return { fields: others, ...(others.length < fields.length && { vitals }) };
}

function note(vitals: Vitals, { name, value }: Field): boolean {
  const number = numbers.get(name);
  if (number !== undefined && typeof value === 'number' && Number.isFinite(value)) {
    vitals[number] = value;
    return true;
  }
  if (!versions.has(name) || typeof value !== 'string' || value.length > longestVersion) return false;
  vitals.firmware = value;
  return true;
}
