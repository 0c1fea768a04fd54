import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import type { FieldError } from '../../errors.ts';
import aggregationEvent from './data/gs1/AggregationEvent-JSON-Schema.json' with { type: 'json' };
import associationEvent from './data/gs1/AssociationEvent-JSON-Schema.json' with { type: 'json' };
import bizStep from './data/gs1/bizStep-JSON-Schema.json' with { type: 'json' };
import bizTransactionType from './data/gs1/bizTransaction-type-JSON-Schema.json' with { type: 'json' };
import component from './data/gs1/component-JSON-Schema.json' with { type: 'json' };
import definitions from './data/gs1/definitions-JSON-Schema.json' with { type: 'json' };
import disposition from './data/gs1/disposition-JSON-Schema.json' with { type: 'json' };
import epcisDocument from './data/gs1/EPCIS-Document-JSON-Schema.json' with { type: 'json' };
import epcisEvent from './data/gs1/EPCIS-Event-JSON-Schema.json' with { type: 'json' };
import root from './data/gs1/EPCIS-JSON-Schema-root.json' with { type: 'json' };
import errorReason from './data/gs1/error-reason-JSON-Schema.json' with { type: 'json' };
import eventDefinitions from './data/gs1/event-definitions-JSON-Schema.json' with { type: 'json' };
import measurementType from './data/gs1/measurement-type-JSON-Schema.json' with { type: 'json' };
import objectEvent from './data/gs1/ObjectEvent-JSON-Schema.json' with { type: 'json' };
import sensorAlertType from './data/gs1/sensor-alert-type-JSON-Schema.json' with { type: 'json' };
import sourceDestinationType from './data/gs1/source-dest-type-JSON-Schema.json' with { type: 'json' };
import transactionEvent from './data/gs1/TransactionEvent-JSON-Schema.json' with { type: 'json' };
import transformationEvent from './data/gs1/TransformationEvent-JSON-Schema.json' with { type: 'json' };

const parts = [
  ...[aggregationEvent, associationEvent, objectEvent, transactionEvent, transformationEvent],
  ...[bizStep, bizTransactionType, component, disposition, errorReason, measurementType, sensorAlertType],
  ...[sourceDestinationType, definitions, eventDefinitions, epcisEvent, epcisDocument],
];

interface Validators {
  whole: ValidateFunction;
  fields: ValidateFunction;
}
let compiled: Validators | undefined;

/** GS1's schema names fields as required that it does not describe, which the strict mode refuses. */
function validators(): Validators {
  if (compiled) return compiled;
  const ajv = new Ajv({ strict: false });
  addFormats.default(ajv);
  ajv.addFormat('date-time', { validate: isInstant });
  for (const part of parts) ajv.addSchema(part);
  compiled = { whole: ajv.compile(root), fields: ajv.compile(standardFields) };
  return compiled;
}

const dateTime = fullFormats['date-time'] as { validate(text: string): boolean };

/** RFC 3339 has leap seconds; the standard's type, xsd:dateTime, has none. */
function isInstant(text: string): boolean {
  return dateTime.validate(text) && !Number.isNaN(Date.parse(text));
}

interface EventSchema {
  definitions: Record<string, { allOf: { properties?: object }[] }>;
}
const ofTypes: EventSchema[] = [aggregationEvent, associationEvent, objectEvent, transactionEvent, transformationEvent];

/** Each field that an event of some type of the standard has. */
const standardFields = {
  $id: new URL('standard-fields', objectEvent.$id).href,
  properties: {
    ...Object.assign({}, ...ofTypes.flatMap(fieldsOf)),
    type: { type: 'string' },
  },
};

function fieldsOf({ definitions: ofType }: EventSchema): object[] {
  return Object.values(ofType).flatMap(({ allOf }) => allOf.flatMap(({ properties }) => properties ?? []));
}

/** What GS1's JSON schema of EPCIS 2.0 finds wrong with a document or a bare event; nothing when it takes it. */
export function schemaFaults(document: unknown): FieldError[] {
  return faultsBy(validators().whole, document);
}

/** What is wrong with fields of the standard in an event of whatever type: of types of others GS1's schema knows no field. */
export function fieldFaults(event: unknown): FieldError[] {
  return faultsBy(validators().fields, event);
}

function faultsBy(validate: ValidateFunction, value: unknown): FieldError[] {
  return validate(value) ? [] : plainFaults(validate.errors ?? []);
}

/** `if` and `anyOf` only repeat that something below them is wrong: the deepest fault is what helps. */
function plainFaults(errors: ErrorObject[]): FieldError[] {
  const telling = errors.filter(({ keyword }) => !['if', 'anyOf', 'oneOf', 'allOf'].includes(keyword));
  return (telling.length > 0 ? telling : errors).map(({ instancePath, message, params }) => ({
    pointer: instancePath,
    message: `${message ?? 'is not valid'}${'additionalProperty' in params ? `: ${params.additionalProperty}` : ''}${'propertyName' in params ? `: ${params.propertyName}` : ''}`,
  }));
}
