import { canonicalDigitalLink } from '../gs1/digital-link.ts';
import { readEpcUrn } from '../gs1/epc-urn.ts';
import type { EpcisEvent } from './event.ts';
import { fullValue, type Prefixes } from './names.ts';

const lists = ['epcList', 'childEPCs', 'inputEPCList', 'outputEPCList'] as const;
const quantityLists = ['quantityList', 'childQuantityList', 'inputQuantityList', 'outputQuantityList'] as const;

/** The event with its EPC URNs as GS1 Digital Link addresses (`GS1-EPC-Format: Always_GS1_Digital_Link`); the rest as it was sent. */
export function withDigitalLinks(event: EpcisEvent): EpcisEvent {
  return withIdentifiers(event, asDigitalLink);
}

/** The event with its identifiers in full, where its `@context` declares a prefix of theirs. */
export function withFullIdentifiers(event: EpcisEvent, prefixes: Prefixes): EpcisEvent {
  return withIdentifiers(event, (identifier) => fullValue(identifier, prefixes));
}

function withIdentifiers(event: EpcisEvent, form: (identifier: string) => string): EpcisEvent {
  const translated: EpcisEvent = { ...event };
  for (const list of lists) {
    const epcs = event[list];
    if (epcs) translated[list] = epcs.map(form);
  }
  for (const list of quantityLists) {
    const elements = event[list];
    if (elements) translated[list] = elements.map((element) => ({ ...element, epcClass: form(element.epcClass) }));
  }
  for (const field of ['parentID', 'transformationID'] as const) {
    const value = event[field];
    if (value !== undefined) translated[field] = form(value);
  }
  for (const field of ['readPoint', 'bizLocation'] as const) {
    const place = event[field];
    if (place) translated[field] = { ...place, id: form(place.id) };
  }
  const { bizTransactionList, sourceList, destinationList } = event;
  if (bizTransactionList)
    translated.bizTransactionList = bizTransactionList.map((each) => ({
      ...each,
      bizTransaction: form(each.bizTransaction),
    }));
  if (sourceList) translated.sourceList = sourceList.map((each) => ({ ...each, source: form(each.source) }));
  if (destinationList)
    translated.destinationList = destinationList.map((each) => ({
      ...each,
      destination: form(each.destination),
    }));
  return translated;
}

function asDigitalLink(identifier: string): string {
  const read = readEpcUrn(identifier);
  return read ? canonicalDigitalLink(read) : identifier;
}
