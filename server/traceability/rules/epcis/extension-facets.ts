import { type EpcisEvent, isExtension } from './event.ts';
import type { Facets } from './facets.ts';
import { fieldKey, fullName, type Prefixes } from './names.ts';

/** Where in the event an extension stands, as the names of parameters tell it: `EQ_ILMD_example:field`. */
export const extensionPlaces = [
  '',
  'ILMD_',
  'ERROR_DECLARATION_',
  'SENSORELEMENT_',
  'SENSORMETADATA_',
  'SENSORREPORT_',
  'readPoint_',
  'bizLocation_',
] as const;
export type ExtensionPlace = (typeof extensionPlaces)[number];

/** What an extension field is found by: `extension` at the top of its place, `inner` at any depth below. */
export function extensionName(place: ExtensionPlace, inner: boolean, key: string): string {
  return `${inner ? 'inner' : 'extension'} ${place}${key}`;
}

export function extensionFacets(event: EpcisEvent, prefixes: Prefixes): Facets {
  const facets: Facets = { tokens: [], measures: [] };
  const sensors = event.sensorElementList ?? [];
  const places: Record<ExtensionPlace, (object | undefined)[]> = {
    '': [event],
    ILMD_: [event.ilmd],
    ERROR_DECLARATION_: [event.errorDeclaration],
    SENSORELEMENT_: sensors,
    SENSORMETADATA_: sensors.map(({ sensorMetadata }) => sensorMetadata),
    SENSORREPORT_: sensors.flatMap(({ sensorReport }) => sensorReport),
    readPoint_: [event.readPoint],
    bizLocation_: [event.bizLocation],
  };
  for (const place of extensionPlaces)
    for (const holder of places[place])
      for (const [field, value] of Object.entries(holder ?? {})) {
        if (!isExtension(field)) continue;
        const top = keyOf(field, prefixes);
        if (top !== undefined) add(facets, extensionName(place, false, top), value);
        for (const [key, inner] of innerFields(value, prefixes)) add(facets, extensionName(place, true, key), inner);
      }
  return facets;
}

function keyOf(field: string, prefixes: Prefixes): string | undefined {
  const name = fullName(field, prefixes);
  return name && fieldKey(name);
}

function innerFields(value: unknown, prefixes: Prefixes): [key: string, value: unknown][] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((each) => innerFields(each, prefixes));
  return Object.entries(value).flatMap(([field, inner]) => {
    const key = keyOf(field, prefixes);
    return [...(key === undefined ? [] : [[key, inner] as [string, unknown]]), ...innerFields(inner, prefixes)];
  });
}

function add(facets: Facets, name: string, value: unknown): void {
  facets.tokens.push(name);
  for (const one of Array.isArray(value) ? value : [value]) {
    if (typeof one === 'object') continue;
    facets.tokens.push(`${name}=${String(one)}`);
    const measured = numberOf(one);
    if (measured !== undefined) facets.measures.push({ name, value: measured });
  }
}

const isTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/i;
const isNumber = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;

/** A number, a number written as text, or a time in milliseconds. */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return undefined;
  if (isNumber.test(value)) return Number(value);
  const time = isTime.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}
