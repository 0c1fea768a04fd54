import { type EpcisEvent, isExtension } from './event.ts';
import { fullName, type Prefixes } from './names.ts';

export interface Fault {
  /** JSON pointer within the event. */
  pointer: string;
  message: string;
}

/** What the standard asks of an event and its JSON schema does not check. */
export function faultsOf(event: EpcisEvent, prefixes: Prefixes): Fault[] {
  return [...undeclared(event, prefixes, ''), ...negativeQuantities(event), ...withoutObject(event)];
}

/** A field whose prefix nobody declared means nothing (JSON-LD 1.1, 4.1.5). */
function undeclared(value: unknown, prefixes: Prefixes, pointer: string): Fault[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([field, inner]) => {
    const place = `${pointer}/${field.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const unknown = isExtension(field) && !fullName(field, prefixes);
    return [
      ...(unknown ? [{ pointer: place, message: 'uses a prefix that the @context does not declare' }] : []),
      ...undeclared(inner, prefixes, place),
    ];
  });
}

const quantityLists = ['quantityList', 'childQuantityList', 'inputQuantityList', 'outputQuantityList'] as const;

function negativeQuantities(event: EpcisEvent): Fault[] {
  return quantityLists.flatMap((list) =>
    (event[list] ?? []).flatMap(({ quantity }, index) =>
      quantity !== undefined && quantity < 0
        ? [{ pointer: `/${list}/${index}/quantity`, message: 'must not be negative' }]
        : [],
    ),
  );
}

const objectFields = [
  ...['epcList', 'parentID', 'childEPCs', 'inputEPCList', 'outputEPCList', 'sensorElementList'],
  ...quantityLists,
];

/** An event is about something: an object, or what a sensor measured (EPCIS 2.0, 7.4). */
function withoutObject(event: EpcisEvent): Fault[] {
  const named = objectFields.some((field) => {
    const value = event[field];
    return Array.isArray(value) ? value.length > 0 : value !== undefined;
  });
  const known = /^(Object|Aggregation|Association|Transaction|Transformation)Event$/.test(event.type);
  return named || !known ? [] : [{ pointer: '', message: 'names no object and no sensor data' }];
}
