import { canonicalIdentifier } from '../gs1/identifier.ts';
import { type EpcisEvent, isExtension, type QuantityElement, type SensorElement } from './event.ts';
import { fullName, type Prefixes } from './names.ts';
import { canonicalValue, type Vocabulary } from './vocabulary.ts';

/** No name of the platform enters the hash: others compute it from the document alone. */
const identifier = (text: string) => canonicalIdentifier(text, () => undefined);

const sensorMetadataFields = [
  ...['time', 'startTime', 'endTime', 'deviceID', 'deviceMetadata', 'rawData'],
  ...['dataProcessingMethod', 'bizRules'],
];
const sensorReportFields = [
  ...['type', 'exception', 'deviceID', 'deviceMetadata', 'rawData', 'dataProcessingMethod', 'time'],
  ...['microorganism', 'chemicalSubstance', 'value', 'component', 'stringValue', 'booleanValue', 'hexBinaryValue'],
  ...['uriValue', 'minValue', 'maxValue', 'meanValue', 'sDev', 'percRank', 'percValue', 'uom'],
  'coordinateReferenceSystem',
];
const times = new Set(['time', 'startTime', 'endTime']);
const vocabularies: Readonly<Record<string, Vocabulary>> = {
  type: 'measurementType',
  exception: 'sensorAlertType',
  component: 'component',
};

/**
 * The text of which CBV 2.0, 8.9, takes the SHA-256 as an event's id: `key=value` pairs in the standard's order, without what
 * changes no event (its id, the time it was recorded, that it was declared wrong).
 */
export function hashInput(event: EpcisEvent, prefixes: Prefixes): string {
  const one = (key: string, value: string | undefined, form: (value: string) => string = (text) => text) =>
    value === undefined ? '' : `${key}=${form(value.trim())}`;
  const list = (name: string, elements: string[] | undefined) =>
    elements === undefined || elements.length === 0 ? '' : name + inOrder(elements);
  const epcs = (name: string, values: string[] | undefined) =>
    list(
      name,
      values?.map((value) => `epc=${identifier(value)}`),
    );
  const classes = (name: string, values: QuantityElement[] | undefined) => list(name, values?.map(quantityText));
  const place = (name: string, value: { id: string } | undefined) =>
    value === undefined ? '' : `${name}id=${identifier(value.id)}${extensionsOf(value, prefixes)}`;
  const typed = (name: string, vocabulary: Vocabulary, key: string, values: Record<string, unknown>[] | undefined) =>
    list(
      name,
      values?.map(
        (value) =>
          one('type', value.type as string | undefined, (type) => canonicalValue(vocabulary, type, prefixes)) +
          one(key, value[key] as string | undefined, identifier),
      ),
    );
  const { persistentDisposition: lasting, certificationInfo } = event;
  const dispositions = (key: string, values: string[] | undefined) =>
    inOrder((values ?? []).map((value) => `${key}=${canonicalValue('disposition', value, prefixes)}`));
  return [
    one('eventType', event.type),
    one('eventTime', event.eventTime, timeText),
    one('eventTimeZoneOffset', event.eventTimeZoneOffset),
    Array.isArray(certificationInfo)
      ? list(
          'certificationInfo',
          certificationInfo.map((each) => `certificationInfo=${identifier(each)}`),
        )
      : one('certificationInfo', certificationInfo, identifier),
    epcs('epcList', event.epcList),
    one('parentID', event.parentID, identifier),
    epcs('inputEPCList', event.inputEPCList),
    epcs('childEPCs', event.childEPCs),
    classes('quantityList', event.quantityList),
    classes('childQuantityList', event.childQuantityList),
    classes('inputQuantityList', event.inputQuantityList),
    epcs('outputEPCList', event.outputEPCList),
    classes('outputQuantityList', event.outputQuantityList),
    one('action', event.action),
    one('transformationID', event.transformationID, identifier),
    one('bizStep', event.bizStep, (value) => canonicalValue('bizStep', value, prefixes)),
    one('disposition', event.disposition, (value) => canonicalValue('disposition', value, prefixes)),
    lasting ? `persistentDisposition${dispositions('set', lasting.set)}${dispositions('unset', lasting.unset)}` : '',
    place('readPoint', event.readPoint),
    place('bizLocation', event.bizLocation),
    typed('bizTransactionList', 'bizTransactionType', 'bizTransaction', event.bizTransactionList),
    typed('sourceList', 'sourceDestinationType', 'source', event.sourceList),
    typed('destinationList', 'sourceDestinationType', 'destination', event.destinationList),
    list(
      'sensorElementList',
      event.sensorElementList?.map((element) => sensorText(element, prefixes)),
    ),
    event.ilmd ? `ilmd${extensionsOf(event.ilmd, prefixes)}` : '',
    extensionsOf(event, prefixes),
  ].join('');
}

/** @param digest the SHA-256 of the `hashInput`, in hexadecimal digits */
export function hashIdentifier(digest: string): string {
  return `ni:///sha-256;${digest}?ver=CBV2.0`;
}

export function isHashIdentifier(eventId: string): boolean {
  return /^ni:\/\/\/sha-256;[0-9a-f]{64}\?ver=CBV2\.0$/i.test(eventId);
}

function quantityText({ epcClass, quantity, uom }: QuantityElement): string {
  return `quantityElementepcClass=${identifier(epcClass)}${quantity === undefined ? '' : `quantity=${numberText(quantity)}`}${uom === undefined ? '' : `uom=${uom}`}`;
}

function sensorText({ sensorMetadata, sensorReport, ...rest }: SensorElement, prefixes: Prefixes): string {
  const reports = sensorReport.map((report) => `sensorReport${fieldsOf(report, sensorReportFields, prefixes)}`);
  const metadata = sensorMetadata ? `sensorMetadata${fieldsOf(sensorMetadata, sensorMetadataFields, prefixes)}` : '';
  return `sensorElement${metadata}${inOrder(reports)}${extensionsOf(rest, prefixes)}`;
}

function fieldsOf(part: Record<string, unknown>, order: readonly string[], prefixes: Prefixes): string {
  const fields = order.flatMap((name) =>
    part[name] === undefined ? [] : [`${name}=${fieldText(name, part[name], prefixes)}`],
  );
  return fields.join('') + extensionsOf(part, prefixes);
}

function fieldText(name: string, value: unknown, prefixes: Prefixes): string {
  if (typeof value === 'number') return numberText(value);
  if (typeof value !== 'string') return String(value);
  if (times.has(name)) return timeText(value);
  const vocabulary = Object.hasOwn(vocabularies, name) ? vocabularies[name] : undefined;
  return vocabulary ? canonicalValue(vocabulary, value, prefixes) : identifier(value);
}

function extensionsOf(holder: object, prefixes: Prefixes): string {
  return inOrder(
    Object.entries(holder).flatMap(([field, value]) =>
      isExtension(field) ? [value].flat().map((each) => extensionText(field, each, prefixes)) : [],
    ),
  );
}

function extensionText(field: string, value: unknown, prefixes: Prefixes): string {
  const name = fullName(field, prefixes);
  const key = name ? `{${name.namespace}}${name.name}` : field;
  if (typeof value === 'object' && value !== null) return key + extensionsOf(value, prefixes);
  return `${key}=${typeof value === 'number' ? numberText(value) : String(value).trim()}`;
}

/** By code point, as the standard asks, not by the order of UTF-16. */
function inOrder(texts: string[]): string {
  return texts
    .map((text) => ({ text, points: [...text].map((character) => character.codePointAt(0) ?? 0) }))
    .sort((a, b) => {
      const place = a.points.findIndex((point, index) => point !== b.points[index]);
      return place < 0 ? a.points.length - b.points.length : (a.points[place] ?? 0) - (b.points[place] ?? -1);
    })
    .map(({ text }) => text)
    .join('');
}

/** UTC with exactly three decimals; a fourth is rounded half up. */
function timeText(text: string): string {
  const [, seconds = '', fraction = '', zone = ''] =
    /^(.+?T\d{2}:\d{2}:\d{2})(?:\.(\d+))?(Z|[+-]\d{2}:\d{2})$/i.exec(text) ?? [];
  if (!seconds) return text;
  const milliseconds = Math.round(Number(`${fraction.padEnd(4, '0').slice(0, 4)}`) / 10);
  return new Date(Date.parse(`${seconds}${zone}`) + milliseconds).toISOString();
}

/** Without an exponent and without zeros at the end. */
function numberText(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text;
}
