import { patternOfEpcUrn } from '../gs1/epc-urn.ts';
import { canonicalIdentifier, type OwnBatchOf } from '../gs1/identifier.ts';
import { type ExtensionPlace, extensionName, extensionPlaces, numberOf } from './extension-facets.ts';
import { attributeKey, fieldKey, fullName, fullValue, type Prefixes } from './names.ts';
import { spreadInBaseUnit } from './sensor-facets.ts';
import { inBaseUnit } from './units.ts';
import { canonicalValue, type Vocabulary } from './vocabulary.ts';

export type Comparison = 'EQ' | 'GT' | 'GE' | 'LT' | 'LE';

/** What is asked of an event's facets; all conditions of a query hold together. */
export type Condition =
  | { kind: 'has'; anyOf: string[]; like: RegExp[] }
  | { kind: 'compares'; name: string; comparison: Comparison; values: number[] }
  | { kind: 'has-or-equals'; anyOf: string[]; name: string; values: number[] }
  | { kind: 'lacks'; token: string }
  | { kind: 'time'; field: 'eventTime' | 'recordTime'; comparison: 'GE' | 'LT'; at: Date }
  | { kind: 'master-data'; field: string; attributes: string[]; values?: string[] };

export interface QueryReading {
  prefixes: Prefixes;
  ownBatchOf: OwnBatchOf;
}

/** Why a parameter cannot be understood. */
export class ParameterFault {
  readonly parameter: string;
  readonly message: string;
  constructor(parameter: string, message: string) {
    this.parameter = parameter;
    this.message = message;
  }
}

interface Asked {
  parameter: string;
  values: string[];
  reading: QueryReading;
}

type Understood = Condition | ParameterFault;

const bound = (vocabulary: Vocabulary) => (value: string, prefixes: Prefixes) =>
  canonicalValue(vocabulary, value, prefixes);
const asIs = (value: string) => value;

/** Parameters that ask for one of some words: name of the facet, and how its values are compared. */
const words: Readonly<Record<string, [facet: string, (value: string, prefixes: Prefixes) => string]>> = {
  eventType: ['eventType', asIs],
  EQ_action: ['action', asIs],
  EQ_bizStep: ['bizStep', bound('bizStep')],
  EQ_disposition: ['disposition', bound('disposition')],
  EQ_persistentDisposition_set: ['persistentDisposition_set', bound('disposition')],
  EQ_persistentDisposition_unset: ['persistentDisposition_unset', bound('disposition')],
  EQ_eventID: ['eventID', asIs],
  EQ_errorReason: ['errorReason', bound('errorReason')],
  EQ_correctiveEventID: ['correctiveEventID', asIs],
  EQ_type: ['type', bound('measurementType')],
  EQ_stringValue: ['stringValue', asIs],
  EQ_hexBinaryValue: ['hexBinaryValue', (value) => value.toUpperCase()],
};

const identifiers: Readonly<Record<string, string>> = {
  EQ_readPoint: 'readPoint',
  WD_readPoint: 'WD_readPoint',
  EQ_bizLocation: 'bizLocation',
  WD_bizLocation: 'WD_bizLocation',
  EQ_transformationID: 'transformationID',
  EQ_deviceID: 'deviceID',
  EQ_dataProcessingMethod: 'dataProcessingMethod',
  EQ_microorganism: 'microorganism',
  EQ_chemicalSubstance: 'chemicalSubstance',
  EQ_bizRules: 'bizRules',
  EQ_uriValue: 'uriValue',
  ...Object.fromEntries(
    [
      'epc',
      'parentID',
      'inputEPC',
      'outputEPC',
      'anyEPC',
      'epcClass',
      'inputEPCClass',
      'outputEPCClass',
      'anyEPCClass',
    ].map((name) => [`MATCH_${name}`, name]),
  ),
};

const measuredTimes = ['time', 'startTime', 'endTime', 'errorDeclarationTime', 'errorDeclaration_Time'];
const truths: Readonly<Record<string, string>> = {
  EXISTS_errorDeclaration: 'errorDeclaration',
  EXISTS_sensorElementList: 'sensorElementList',
};

/** The names of the parameters that the interface's description lists; extensions and units make endlessly more. */
export const listedParameters: readonly string[] = [
  ...['GE_eventTime', 'LT_eventTime', 'GE_recordTime', 'LT_recordTime'],
  ...Object.keys(words),
  ...Object.keys(identifiers),
  ...['EQ', 'GT', 'GE', 'LT', 'LE'].map((comparison) => `${comparison}_quantity`),
  ...['time', 'startTime', 'endTime', 'errorDeclarationTime'].flatMap((name) => [`GE_${name}`, `LT_${name}`]),
  ...Object.keys(truths),
  'EQ_booleanValue',
];

/** @param values the pipe-delimited parts of the parameter's value */
export function conditionOf(parameter: string, values: string[], reading: QueryReading): Understood {
  const asked = { parameter, values, reading };
  if (values.some((value) => value === '') && !parameter.startsWith('EXISTS_'))
    return new ParameterFault(parameter, 'must not be empty');
  return (
    plainCondition(asked) ??
    measured(asked) ??
    business(asked) ??
    masterData(asked) ??
    extension(asked) ??
    new ParameterFault(parameter, 'is not a parameter of the query')
  );
}

function plainCondition({ parameter, values, reading }: Asked): Understood | undefined {
  const word = Object.hasOwn(words, parameter) ? words[parameter] : undefined;
  if (word) {
    const [facet, canonical] = word;
    if (parameter === 'EQ_action' && values.some((value) => !['ADD', 'OBSERVE', 'DELETE'].includes(value)))
      return new ParameterFault(parameter, 'must be ADD, OBSERVE or DELETE');
    return { kind: 'has', anyOf: values.map((value) => `${facet}=${canonical(value, reading.prefixes)}`), like: [] };
  }
  if (parameter === 'MATCH_anything') return anything(values, reading);
  const identifier = Object.hasOwn(identifiers, parameter) ? identifiers[parameter] : undefined;
  if (identifier !== undefined) return identified(identifier, values, reading);
  const truth = Object.hasOwn(truths, parameter) ? truths[parameter] : undefined;
  if (truth !== undefined) {
    const [value] = values;
    if (!['true', 'false', '1', '0', ''].includes(value ?? ''))
      return new ParameterFault(parameter, 'must be true or false');
    const wanted = value !== 'false' && value !== '0';
    return wanted ? { kind: 'has', anyOf: [truth], like: [] } : { kind: 'lacks', token: truth };
  }
  if (parameter === 'EQ_booleanValue') {
    const [value = ''] = values;
    if (!['true', 'false'].includes(value)) return new ParameterFault(parameter, 'must be true or false');
    return { kind: 'has', anyOf: [`booleanValue=${value}`], like: [] };
  }
  return undefined;
}

/** Not of the standard: what the collection of EPCs shows, things and classes alike. */
function anything(values: string[], reading: QueryReading): Condition {
  const parts = ['anyEPC', 'anyEPCClass'].map((facet) => identified(facet, values, reading));
  return {
    kind: 'has',
    anyOf: parts.flatMap((part) => (part.kind === 'has' ? part.anyOf : [])),
    like: parts.flatMap((part) => (part.kind === 'has' ? part.like : [])),
  };
}

function identified(facet: string, values: string[], { prefixes, ownBatchOf }: QueryReading): Condition {
  const patterns = values.flatMap((value) => patternOfEpcUrn(value) ?? []);
  return {
    kind: 'has',
    anyOf: values.map((value) => `${facet}=${canonicalIdentifier(fullValue(value, prefixes), ownBatchOf)}`),
    like: patterns.map(({ source }) => new RegExp(`^${facet}=${source.slice(1)}`)),
  };
}

const timesOfEvents = /^(GE|LT)_(eventTime|recordTime)$/;
const timesMeasured = new RegExp(`^(GE|LT)_(${measuredTimes.join('|')})$`);
const numbers = /^(EQ|GT|GE|LT|LE)_(quantity|percRank)$/;
const inUnits = /^(EQ|GT|GE|LT|LE)_(quantity|value|minValue|maxValue|meanValue|sDev|percValue)_([A-Z0-9]{2,4})$/;

function measured({ parameter, values }: Asked): Understood | undefined {
  const [, ofEvents, field] = timesOfEvents.exec(parameter) ?? [];
  const [, measuring, time] = timesMeasured.exec(parameter) ?? [];
  if (field !== undefined || time !== undefined) {
    const at = numberOf(values[0] ?? '');
    if (values.length !== 1 || at === undefined || !/T/i.test(values[0] ?? ''))
      return new ParameterFault(parameter, 'must be a time with zone, e.g. 2026-05-03T08:00:00+08:00');
    if (field !== undefined)
      return {
        kind: 'time',
        field: field as 'eventTime',
        comparison: ofEvents as 'GE',
        at: new Date(at),
      };
    const name = time === 'errorDeclaration_Time' ? 'errorDeclarationTime' : (time ?? '');
    return { kind: 'compares', name, comparison: measuring as Comparison, values: [at] };
  }
  const [, comparison, name, unit] = inUnits.exec(parameter) ?? numbers.exec(parameter) ?? [];
  if (comparison === undefined || name === undefined) return undefined;
  const given = values.map((value) => numberOf(value));
  if (given.some((value) => value === undefined)) return new ParameterFault(parameter, 'must be a number');
  if (comparison !== 'EQ' && given.length !== 1) return new ParameterFault(parameter, 'must be one number');
  if (unit === undefined)
    return { kind: 'compares', name, comparison: comparison as Comparison, values: given as number[] };
  const told = (given as number[]).map((value) =>
    name === 'sDev' ? spreadInBaseUnit(value, unit) : inBaseUnit(value, unit),
  );
  return {
    kind: 'compares',
    name: `${name} in ${told[0]?.dimension}`,
    comparison: comparison as Comparison,
    values: told.map(({ value }) => value),
  };
}

function business({ parameter, values, reading }: Asked): Understood | undefined {
  const [, list, type] = /^EQ_(bizTransaction|source|destination)_(.+)$/.exec(parameter) ?? [];
  if (list === undefined || type === undefined) return undefined;
  const vocabulary = list === 'bizTransaction' ? 'bizTransactionType' : 'sourceDestinationType';
  return identified(`${list}_${canonicalValue(vocabulary, type, reading.prefixes)}`, values, reading);
}

function masterData({ parameter, values, reading }: Asked): Understood | undefined {
  const [, has] = /^HASATTR_(\w+)$/.exec(parameter) ?? [];
  if (has !== undefined)
    return { kind: 'master-data', field: has, attributes: values.map((name) => attributeKey(name, reading.prefixes)) };
  const [, field, attribute] = /^EQ_?ATTR_([A-Za-z]+)_(.+)$/.exec(parameter) ?? [];
  if (field === undefined || attribute === undefined) return undefined;
  return { kind: 'master-data', field, attributes: [attributeKey(attribute, reading.prefixes)], values };
}

const placesByLength = [...extensionPlaces].sort((a, b) => b.length - a.length);

function extension({ parameter, values, reading }: Asked): Understood | undefined {
  const [, operator, rest = ''] = /^(EQ|GT|GE|LT|LE|EXISTS)_(.+:.+|.+#.+)$/.exec(parameter) ?? [];
  if (operator === undefined) return undefined;
  const inner = rest.startsWith('INNER_');
  const afterInner = inner ? rest.slice('INNER_'.length) : rest;
  const place: ExtensionPlace = placesByLength.find((each) => each !== '' && afterInner.startsWith(each)) ?? '';
  const name = fullName(afterInner.slice(place.length), reading.prefixes);
  if (!name)
    return new ParameterFault(parameter, 'uses a prefix that neither GS1-Extensions nor the query’s @context declares');
  const facet = extensionName(place, inner, fieldKey(name));
  if (operator === 'EXISTS') return { kind: 'has', anyOf: [facet], like: [] };
  const measures = values.flatMap((value) => numberOf(value) ?? []);
  if (operator === 'EQ')
    return { kind: 'has-or-equals', anyOf: values.map((value) => `${facet}=${value}`), name: facet, values: measures };
  if (values.length !== 1 || measures.length !== 1)
    return new ParameterFault(parameter, 'must be one number or time with zone');
  return { kind: 'compares', name: facet, comparison: operator as Comparison, values: measures };
}
