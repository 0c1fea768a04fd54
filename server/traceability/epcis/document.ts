import type { FieldError } from '../../errors.ts';
import { InvalidInput } from '../../errors.ts';
import { inBothLanguages } from '../../http/problem-words/in-chinese.ts';
import type { EpcisEvent } from '../rules/epcis/event.ts';
import { faultsOf } from '../rules/epcis/judge-event.ts';
import { attributeKey, type Prefixes, prefixesOf } from '../rules/epcis/names.ts';
import { fieldFaults, schemaFaults } from './schemas.ts';

export interface EpcisDocument {
  context: unknown;
  prefixes: Prefixes;
  events: EpcisEvent[];
  /** The JSON pointer of an event. */
  placeOf(index: number): string;
  /** Faults of single events, by their place in the document. */
  faults: Map<number, FieldError[]>;
  /** Elements of the header's master data. */
  masterData: MasterDataElement[];
}

export interface MasterDataElement {
  type: string;
  id: string;
  /** Each name as `attributeKey` gives it. */
  attributes: { id: string; value: unknown }[];
}

interface Raw {
  '@context'?: unknown;
  type?: unknown;
  schemaVersion?: unknown;
  epcisHeader?: { epcisMasterData?: { vocabularyList?: RawVocabulary[] } };
  epcisBody?: {
    eventList?: unknown;
    queryResults?: { resultsBody?: { eventList?: unknown } };
  };
}

interface RawVocabulary {
  type: string;
  vocabularyElementList?: { id: string; attributes?: { id: string; attribute: unknown }[] }[];
}

/**
 * Reads an EPCISDocument or EPCISQueryDocument. Each event is held against GS1's schema and against what the schema leaves out
 * by itself, so that a fault has its place.
 * @throws InvalidInput when the document around the events is not valid
 */
export function readDocument(body: unknown): EpcisDocument {
  const raw = (typeof body === 'object' && body !== null ? body : {}) as Raw;
  const given = eventsOf(raw);
  const around = schemaFaults(withEvents(raw, []));
  if (around.length > 0) throw invalid(around);
  if (!/^2\.\d+(\.\d+)?$/.test(String(raw.schemaVersion)))
    throw InvalidInput.field('/schemaVersion', 'must be a version 2 of EPCIS');
  if (given.list.length === 0) throw InvalidInput.field(given.pointer, 'must hold at least one event');
  const context = raw['@context'];
  const prefixes = prefixesOf(context);
  const faults = new Map<number, FieldError[]>();
  given.list.forEach((event, index) => {
    const place = (pointer: string) => `${given.pointer}/${index}${pointer}`;
    const bySchema = schemaFaults(withEvents(raw, [event])).map((fault) => ({
      ...fault,
      pointer: fault.pointer.replace(`${given.pointer}/0`, place('')),
    }));
    const found =
      bySchema.length > 0
        ? bySchema
        : faultsBeyondSchema(event as EpcisEvent, { ...prefixes, ...ownPrefixes(event) }).map((fault) => ({
            ...fault,
            pointer: place(fault.pointer),
          }));
    if (found.length > 0) faults.set(index, found);
  });
  return {
    context,
    prefixes,
    events: given.list as EpcisEvent[],
    placeOf: (index) => `${given.pointer}/${index}`,
    faults,
    masterData: masterDataOf(raw, prefixes),
  };
}

/** Reads one bare event, which brings its own `@context`. @throws InvalidInput */
export function readBareEvent(body: unknown): { event: EpcisEvent; context: unknown; prefixes: Prefixes } {
  const { type } = (body ?? {}) as { type?: unknown };
  if (isDocument(type)) throw InvalidInput.field('/type', 'must be the type of an event; documents go to /capture');
  const faults = schemaFaults(body);
  const { '@context': context, ...event } = body as EpcisEvent & { '@context': unknown };
  const prefixes = prefixesOf(context);
  const all = faults.length > 0 ? faults : faultsBeyondSchema(event as EpcisEvent, prefixes);
  if (all.length > 0) throw invalid(all);
  return { event: event as EpcisEvent, context, prefixes };
}

/** Its detail is the first fault, with its place. */
function invalid(faults: FieldError[]): InvalidInput {
  const { pointer = '', message = 'is not valid' } = faults[0] ?? {};
  const text = inBothLanguages(message);
  const en = `${pointer}: ${message}`;
  return new InvalidInput(text ? { zh: `${pointer}：${text.zh}`, en } : en, faults);
}

function faultsBeyondSchema(event: EpcisEvent, prefixes: Prefixes): FieldError[] {
  const ofFields = fieldFaults(event);
  return ofFields.length > 0 ? ofFields : faultsOf(event, prefixes);
}

/** An event may declare prefixes of its own. */
export function ownPrefixes(event: unknown): Prefixes {
  const context = (event as { '@context'?: unknown } | null)?.['@context'];
  return context === undefined ? {} : prefixesOf(context);
}

function eventsOf({ type, epcisBody }: Raw): { list: unknown[]; pointer: string } {
  if (!isDocument(type)) throw InvalidInput.field('/type', 'must be EPCISDocument or EPCISQueryDocument');
  const [list, pointer] =
    type === 'EPCISDocument'
      ? [epcisBody?.eventList, '/epcisBody/eventList']
      : [epcisBody?.queryResults?.resultsBody?.eventList, '/epcisBody/queryResults/resultsBody/eventList'];
  if (!Array.isArray(list)) throw InvalidInput.field(pointer, 'must be a list of events');
  return { list, pointer };
}

function isDocument(type: unknown): boolean {
  return type === 'EPCISDocument' || type === 'EPCISQueryDocument';
}

function withEvents(raw: Raw, eventList: unknown[]): Raw {
  const { epcisBody = {} } = raw;
  if (raw.type === 'EPCISDocument') return { ...raw, epcisBody: { ...epcisBody, eventList } };
  const queryResults = { ...epcisBody.queryResults, resultsBody: { eventList } };
  return { ...raw, epcisBody: { ...epcisBody, queryResults } };
}

function masterDataOf({ epcisHeader }: Raw, prefixes: Prefixes): MasterDataElement[] {
  return (epcisHeader?.epcisMasterData?.vocabularyList ?? []).flatMap(({ type, vocabularyElementList = [] }) =>
    vocabularyElementList.map(({ id, attributes = [] }) => ({
      type,
      id,
      attributes: attributes.map((attribute) => ({
        id: attributeKey(attribute.id, prefixes),
        value: attribute.attribute,
      })),
    })),
  );
}
