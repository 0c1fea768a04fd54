import { canonicalIdentifier } from '../gs1/identifier.ts';
import type { EpcisEvent } from './event.ts';
import type { Facets, Reading } from './facets.ts';
import { fullValue } from './names.ts';
import { inBaseUnit } from './units.ts';
import { canonicalValue } from './vocabulary.ts';

const identifying = ['deviceID', 'dataProcessingMethod', 'microorganism', 'chemicalSubstance', 'bizRules'] as const;
const times = ['time', 'startTime', 'endTime'] as const;
const inUnits = ['value', 'minValue', 'maxValue', 'meanValue', 'sDev', 'percValue'] as const;

/** What the sensors told: their metadata and reports are asked for by the same names. */
export function sensorFacets(event: EpcisEvent, reading: Reading): Facets {
  const { prefixes, ownBatchOf } = reading;
  const facets: Facets = { tokens: event.sensorElementList ? ['sensorElementList'] : [], measures: [] };
  const told = (event.sensorElementList ?? []).flatMap(({ sensorMetadata = {}, sensorReport }) => [
    sensorMetadata,
    ...sensorReport,
  ]);
  for (const part of told) {
    for (const name of identifying) {
      const value = part[name];
      if (typeof value === 'string')
        facets.tokens.push(`${name}=${canonicalIdentifier(fullValue(value, prefixes), ownBatchOf)}`);
    }
    for (const name of times) {
      const value = part[name];
      if (typeof value === 'string') facets.measures.push({ name, value: Date.parse(value) });
    }
    facets.tokens.push(...wordsOf(part, reading));
    facets.measures.push(...numbersOf(part));
  }
  return facets;
}

function wordsOf(report: Record<string, unknown>, { prefixes, ownBatchOf }: Reading): string[] {
  const { type, stringValue, booleanValue, hexBinaryValue, uriValue } = report;
  return [
    ...(typeof type === 'string' ? [`type=${canonicalValue('measurementType', type, prefixes)}`] : []),
    ...(typeof stringValue === 'string' ? [`stringValue=${stringValue}`] : []),
    ...(typeof booleanValue === 'boolean' ? [`booleanValue=${booleanValue}`] : []),
    ...(typeof hexBinaryValue === 'string' ? [`hexBinaryValue=${hexBinaryValue.toUpperCase()}`] : []),
    ...(typeof uriValue === 'string'
      ? [`uriValue=${canonicalIdentifier(fullValue(uriValue, prefixes), ownBatchOf)}`]
      : []),
  ];
}

function numbersOf(report: Record<string, unknown>): Facets['measures'] {
  const { percRank, uom } = report;
  return [
    ...(typeof percRank === 'number' ? [{ name: 'percRank', value: percRank }] : []),
    ...inUnits.flatMap((name) => {
      const value = report[name];
      if (typeof value !== 'number' || typeof uom !== 'string') return [];
      // The spread of temperatures has a factor, but no zero.
      const told = name === 'sDev' ? spreadInBaseUnit(value, uom) : inBaseUnit(value, uom);
      return [{ name: `${name} in ${told.dimension}`, value: told.value }];
    }),
  ];
}

/** A difference between two values of the unit. */
export function spreadInBaseUnit(value: number, unit: string) {
  const { dimension, value: end } = inBaseUnit(value, unit);
  const { value: start } = inBaseUnit(0, unit);
  return { dimension, value: dimension === 'temperature' ? Number((end - start).toPrecision(10)) : end };
}
