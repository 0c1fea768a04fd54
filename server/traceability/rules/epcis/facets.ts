import type { OwnBatchOf } from '../gs1/identifier.ts';
import { canonicalIdentifier } from '../gs1/identifier.ts';
import type { EpcisEvent, QuantityElement } from './event.ts';
import { extensionFacets } from './extension-facets.ts';
import type { Prefixes } from './names.ts';
import { sensorFacets } from './sensor-facets.ts';
import { inBaseUnit } from './units.ts';
import { canonicalValue, type Vocabulary } from './vocabulary.ts';

/** What an event is found by: words that it has, and numbers that can be compared. */
export interface Facets {
  /** `name=value`, or `name` alone for what exists. */
  tokens: string[];
  /** Times are numbers too: milliseconds since 1970. */
  measures: { name: string; value: number }[];
}

export interface Reading {
  prefixes: Prefixes;
  ownBatchOf: OwnBatchOf;
  /** Where a place lies: the site of a field, the producer of a site. */
  ancestorsOf(place: string): readonly string[];
}

/** All that the parameters of the REST binding ask of an event (EPCIS 2.0, 8.2.7.1). */
export function facetsOf(event: EpcisEvent, reading: Reading): Facets {
  const facets: Facets = { tokens: [], measures: [] };
  for (const [name, value] of [...plain(event, reading), ...identifiers(event, reading), ...business(event, reading)])
    facets.tokens.push(`${name}=${value}`);
  if (event.errorDeclaration) {
    facets.tokens.push('errorDeclaration');
    facets.measures.push({ name: 'errorDeclarationTime', value: Date.parse(event.errorDeclaration.declarationTime) });
  }
  facets.measures.push(...quantities(event));
  for (const more of [sensorFacets(event, reading), extensionFacets(event, reading.prefixes)]) {
    facets.tokens.push(...more.tokens);
    facets.measures.push(...more.measures);
  }
  return { tokens: [...new Set(facets.tokens)], measures: facets.measures };
}

type Pair = readonly [name: string, value: string];

function plain(event: EpcisEvent, { prefixes }: Reading): Pair[] {
  const values = (name: string, vocabulary: Vocabulary, given: (string | undefined)[]): Pair[] =>
    given.flatMap((value) =>
      value === undefined ? [] : [[name, canonicalValue(vocabulary, value, prefixes)] as const],
    );
  const { persistentDisposition, errorDeclaration } = event;
  return [
    ['eventType', event.type],
    ...(event.action ? [['action', event.action] as const] : []),
    ...(event.eventID ? [['eventID', event.eventID] as const] : []),
    ...values('bizStep', 'bizStep', [event.bizStep]),
    ...values('disposition', 'disposition', [event.disposition]),
    ...values('persistentDisposition_set', 'disposition', persistentDisposition?.set ?? []),
    ...values('persistentDisposition_unset', 'disposition', persistentDisposition?.unset ?? []),
    ...values('errorReason', 'errorReason', [errorDeclaration?.reason]),
    ...(errorDeclaration?.correctiveEventIDs ?? []).map((id) => ['correctiveEventID', id] as const),
  ];
}

function identifiers(event: EpcisEvent, { ownBatchOf, ancestorsOf }: Reading): Pair[] {
  const named = (name: string, given: (string | undefined)[]): Pair[] =>
    given.flatMap((value) => (value === undefined ? [] : [[name, canonicalIdentifier(value, ownBatchOf)] as const]));
  const classes = (list: QuantityElement[] | undefined) => (list ?? []).map(({ epcClass }) => epcClass);
  const epcs = [...(event.epcList ?? []), ...(event.childEPCs ?? [])];
  const inputs = event.inputEPCList ?? [];
  const outputs = event.outputEPCList ?? [];
  const epcClasses = [...classes(event.quantityList), ...classes(event.childQuantityList)];
  const inputClasses = classes(event.inputQuantityList);
  const outputClasses = classes(event.outputQuantityList);
  const place = (field: 'readPoint' | 'bizLocation'): Pair[] => {
    const [own] = named(field, [event[field]?.id]);
    if (!own) return [];
    return [own, ...[own[1], ...ancestorsOf(own[1])].map((value) => [`WD_${field}`, value] as const)];
  };
  return [
    ...named('transformationID', [event.transformationID]),
    ...place('readPoint'),
    ...place('bizLocation'),
    ...named('epc', epcs),
    ...named('parentID', [event.parentID]),
    ...named('inputEPC', inputs),
    ...named('outputEPC', outputs),
    ...named('anyEPC', [...epcs, event.parentID, ...inputs, ...outputs]),
    ...named('epcClass', epcClasses),
    ...named('inputEPCClass', inputClasses),
    ...named('outputEPCClass', outputClasses),
    ...named('anyEPCClass', [...epcClasses, ...inputClasses, ...outputClasses]),
  ];
}

function business(event: EpcisEvent, { prefixes, ownBatchOf }: Reading): Pair[] {
  const typed = (name: string, vocabulary: Vocabulary, type: string | undefined, value: string): Pair => [
    `${name}_${type === undefined ? '' : canonicalValue(vocabulary, type, prefixes)}`,
    canonicalIdentifier(value, ownBatchOf),
  ];
  return [
    ...(event.bizTransactionList ?? []).map(({ type, bizTransaction }) =>
      typed('bizTransaction', 'bizTransactionType', type, bizTransaction),
    ),
    ...(event.sourceList ?? []).map(({ type, source }) => typed('source', 'sourceDestinationType', type, source)),
    ...(event.destinationList ?? []).map(({ type, destination }) =>
      typed('destination', 'sourceDestinationType', type, destination),
    ),
  ];
}

function quantities(event: EpcisEvent): Facets['measures'] {
  return [event.quantityList, event.childQuantityList, event.inputQuantityList, event.outputQuantityList]
    .flatMap((list) => list ?? [])
    .flatMap(({ quantity, uom }) => {
      if (quantity === undefined) return [];
      const plain = { name: 'quantity', value: quantity };
      if (uom === undefined) return [plain];
      const { dimension, value } = inBaseUnit(quantity, uom);
      return [plain, { name: `quantity in ${dimension}`, value }];
    });
}
