import { z } from 'zod';
import { instant } from '../../http/fields.ts';
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
  captureID: z.string().max(100),
});
export const byEventId = z.object({ eventID: address });
export const byValue = z.object({ value: address });

const queryName = z
  .string()
  .regex(/^[A-Za-z0-9._-]{1,64}$/, 'must be 1 to 64 letters, digits, dots, dashes or underscores');
export const byQueryName = z.object({ queryName });
export const bySubscription = z.object({ queryName, subscriptionID: z.string().max(64) });

export const queryBody = z.strictObject({ name: queryName, query: z.record(z.string().max(500), z.unknown()) }).meta({
  id: 'EPCISNamedQuery',
  description: 'Parameters as those of /epcis/v2/events; lists as arrays; @context declares prefixes',
});

const scheduleText = z.string().max(200).optional();
export const subscriptionBody = z
  .strictObject({
    dest: z.string().max(2_000),
    signatureToken: z.string().min(16).max(500).optional(),
    stream: z.boolean().optional(),
    schedule: z
      .strictObject({
        second: scheduleText,
        minute: scheduleText,
        hour: scheduleText,
        dayOfMonth: scheduleText,
        month: scheduleText,
        dayOfWeek: scheduleText,
      })
      .optional(),
    reportIfEmpty: z.boolean().default(false),
    initialRecordTime: instant.optional(),
  })
  .meta({ id: 'EPCISSubscriptionRequest' });

export const namedQuerySchema = z.object({ name: z.string(), query: z.record(z.string(), z.unknown()) });
export const namedQueriesSchema = z.array(namedQuerySchema);

export const subscriptionSchema = z
  .object({
    subscriptionID: z.string(),
    queryName: z.string(),
    dest: z.string(),
    createdAt: instant,
    stream: z.boolean(),
    schedule: z.unknown().optional(),
    reportIfEmpty: z.boolean(),
    minRecordTime: instant,
    lastNotifiedAt: instant.optional(),
    failures: z.number().int().meta({ description: 'Deliveries in a row that failed' }),
    lastFault: z.string().optional(),
  })
  .meta({ id: 'EPCISSubscription' });
export const subscriptionsSchema = z.array(subscriptionSchema);
