import { z } from 'zod';
import { listedParameters } from '../rules/epcis/conditions.ts';

const optionalText = z.string().optional();

export const pageParameters = {
  perPage: z.coerce.number().int().min(1).max(500).default(30),
  nextPageToken: z.string().max(500).optional(),
};

/** Filters on extensions and in units have endlessly many names: they are taken beside those listed. */
export const eventsQuery = z
  .object({
    ...pageParameters,
    ...Object.fromEntries(listedParameters.map((name) => [name, optionalText])),
    orderBy: optionalText,
    orderDirection: optionalText,
    eventCountLimit: optionalText,
    maxEventCount: optionalText,
  })
  .catchall(z.string());

/** The same filters, described with `/epcis/v2/events`. */
export const moreFilters = z.object(pageParameters).catchall(z.string());

export const pagedQuery = z.object(pageParameters);

/** Held against GS1's JSON schema of EPCIS 2.0 when it is read: https://ref.gs1.org/standards/epcis/epcis-json-schema.json */
export const captureBody = z.looseObject({ type: z.string(), '@context': z.unknown() }).meta({
  id: 'EPCISDocument',
  description: 'EPCIS 2.0 document (JSON-LD) of the type EPCISDocument or EPCISQueryDocument',
});

export const eventBody = z
  .looseObject({ type: z.string(), '@context': z.unknown() })
  .meta({ id: 'EPCISEvent', description: 'One EPCIS 2.0 event (JSON-LD) with its @context' });

const epcisFault = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  index: z.number().int(),
  errors: z.array(z.object({ pointer: z.string(), message: z.string() })),
});

export const captureJobSchema = z
  .object({
    captureID: z.string(),
    createdAt: z.string(),
    finishedAt: z.string().optional(),
    running: z.boolean(),
    success: z.boolean(),
    captureErrorBehaviour: z.enum(['rollback', 'proceed']),
    errors: z.array(epcisFault),
  })
  .meta({ id: 'EPCISCaptureJob' });

export const captureJobsSchema = z.array(captureJobSchema);

export const queryDocumentSchema = z
  .object({
    '@context': z.unknown(),
    type: z.literal('EPCISQueryDocument'),
    schemaVersion: z.string(),
    creationDate: z.string(),
    epcisBody: z.unknown(),
  })
  .meta({ id: 'EPCISQueryDocument', description: 'EPCIS 2.0 query document (JSON-LD)' });

export const collectionSchema = z
  .object({ '@context': z.unknown(), type: z.literal('Collection'), member: z.array(z.string()) })
  .meta({ id: 'EPCISCollection' });

const address = z.string().max(2_000);
export const byCaptureId = z.object({
  captureID: z.string().regex(/^[0-9a-f]{24}$/, 'must be the id of a capture job'),
});
export const byEventId = z.object({ eventID: address });
export const byValue = z.object({ value: address });
