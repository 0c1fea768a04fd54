import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
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

let compiled: ValidateFunction | undefined;

/** GS1's schema names fields as required that it does not describe, which the strict mode refuses. */
function validator(): ValidateFunction {
  if (compiled) return compiled;
  const ajv = new Ajv({ strict: false });
  addFormats.default(ajv);
  for (const part of parts) ajv.addSchema(part);
  compiled = ajv.compile(root);
  return compiled;
}

/** What GS1's JSON schema of EPCIS 2.0 finds wrong with a document or a bare event; nothing when it takes it. */
export function schemaFaults(document: unknown): FieldError[] {
  const validate = validator();
  if (validate(document)) return [];
  return plainFaults(validate.errors ?? []);
}

/** `if` and `anyOf` only repeat that something below them is wrong: the deepest fault is what helps. */
function plainFaults(errors: ErrorObject[]): FieldError[] {
  const telling = errors.filter(({ keyword }) => !['if', 'anyOf', 'oneOf', 'allOf'].includes(keyword));
  return (telling.length > 0 ? telling : errors).map(({ instancePath, message, params }) => ({
    pointer: instancePath,
    message: `${message ?? 'is not valid'}${'additionalProperty' in params ? `: ${params.additionalProperty}` : ''}${'propertyName' in params ? `: ${params.propertyName}` : ''}`,
  }));
}
