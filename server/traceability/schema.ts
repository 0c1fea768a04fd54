import { z } from 'zod';
import { pageQuery } from '../database/page.ts';
import { bilingual, divisionCode, instant, name, quantity, recordId, verbs } from '../http/fields.ts';
import { resultSchema } from '../testing/result-schema.ts';
import { sampleSchema } from '../testing/schema.ts';
import { hasCheckDigit } from './rules/gs1/check-digit.ts';
import { lackKinds } from './rules/one-up-one-down.ts';

export const batchCode = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{3,39}$/, 'must be 4 to 40 letters, digits, dots, dashes or underscores');

const day = z.iso.date('must be a day such as 2026-05-03');

export const byCode = z.object({ code: batchCode });

/** What has no batch here, such as a pallet or the lot of another system. */
const identifier = z
  .string()
  .max(300)
  .regex(/^(https?:\/\/|urn:)[!-~]+$/, 'must be a Digital Link or a URN');

export const byCodeOrIdentifier = z.object({
  code: z.union([batchCode, identifier]).meta({
    description: 'The code of a batch, or the identifier of a container or lot of another system, percent-encoded',
  }),
});

export const batchStatus = z.enum(['normal', 'held', 'recalled']);

/** Eight, twelve or thirteen digits are filled up to fourteen. */
export const gtin = z
  .string()
  .regex(/^(\d{8}|\d{12,14})$/, 'must be a GTIN of 8, 12, 13 or 14 digits')
  .transform((digits) => digits.padStart(14, '0'))
  .refine(hasCheckDigit, 'must end with its check digit');

export const createBatchBody = z.strictObject({
  productId: recordId,
  producerId: recordId,
  siteId: recordId.optional(),
  quantity,
  code: batchCode.optional(),
  /** The product's GTIN: the QR code is then a GS1 Digital Link. */
  gtin: gtin.optional(),
  bestBefore: day.optional().meta({ description: '保质期至' }),
});

export const holdReasonSchema = z
  .object({
    kind: z.enum(['failed-sample', 'positive-rapid-test', 'held-ancestor', 'held-content', 'officer', 'recall']),
    text: bilingual,
    at: instant,
    sampleId: recordId.optional(),
    /** The batch where the trouble was found, when it is an ancestor of this one. */
    fromBatch: z.string().optional(),
    by: z.string().optional(),
  })
  .meta({ id: 'HoldReason' });

export const batchSchema = z
  .object({
    id: z.string(),
    code: z.string(),
    gtin: z.string().optional(),
    productId: recordId,
    productName: z.string(),
    producerId: recordId,
    producerName: z.string(),
    siteId: recordId.optional(),
    siteName: z.string().optional(),
    divisionCode,
    quantity,
    bestBefore: day.optional(),
    status: batchStatus,
    reasons: z.array(holdReasonSchema),
    createdAt: instant,
    traceUrl: z.string(),
    digitalLink: z.string().optional().meta({ description: 'GS1 Digital Link, when the batch has a GTIN' }),
    ...verbs,
  })
  .meta({ id: 'Batch' });

export const listBatchesQuery = pageQuery.extend({
  status: batchStatus.optional(),
  producer: recordId.optional(),
  product: recordId.optional(),
  code: z.string().max(40).optional(),
});

export const holdBody = z.strictObject({ reason: name });

export const farmInput = z
  .object({
    name,
    dose: z.string().max(60).optional(),
    registrationNumber: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9-]{3,29}$/, 'must be 4 to 30 letters, digits or dashes')
      .optional()
      .meta({ description: '农药登记证号, of a pesticide' }),
    area: quantity.optional().meta({ description: 'The area that was treated' }),
    preHarvestDays: z
      .number()
      .int()
      .min(0)
      .max(365)
      .optional()
      .meta({ description: '安全间隔期 in days, from the label; 0 where the label names none' }),
  })
  .meta({ id: 'FarmInput', description: 'What was used in the field, as its label names it' });

/** 农事与流通步骤. `transform` covers split, merge and processing: it has inputs and outputs. */
export const stepKinds = ['sow', 'treat', 'irrigate', 'harvest', 'cool', 'transform', 'ship', 'receive'] as const;

/** Events that other systems send may tell of any business step. */
export const recordedSteps = [...stepKinds, 'other'] as const;

const share = z.strictObject({ batchCode, quantity: quantity.optional() });

export const createEventBody = z
  .strictObject({
    step: z.enum(stepKinds),
    at: instant,
    batchCode: batchCode.optional(),
    inputs: z.array(share).max(500).optional(),
    outputs: z.array(share).max(500).optional(),
    siteId: recordId.optional(),
    destinationSiteId: recordId.optional(),
    quantity: quantity.optional(),
    /** Of a treatment: what was used and how much, as the label names it. */
    input: farmInput.strict().optional(),
    note: z.string().max(500).optional(),
  })
  .superRefine((event, context) => {
    if (event.step === 'transform') {
      if (!event.inputs?.length)
        context.addIssue({ code: 'custom', path: ['inputs'], message: 'a transformation needs inputs' });
      if (!event.outputs?.length)
        context.addIssue({ code: 'custom', path: ['outputs'], message: 'a transformation needs outputs' });
    } else if (!event.batchCode) {
      context.addIssue({ code: 'custom', path: ['batchCode'], message: 'must name the batch' });
    }
    if (event.input?.registrationNumber !== undefined && event.input.preHarvestDays === undefined)
      context.addIssue({
        code: 'custom',
        path: ['input', 'preHarvestDays'],
        message: "a registered pesticide needs its label's pre-harvest interval in days",
      });
  });

export const eventSchema = z
  .object({
    id: recordId,
    eventId: z.string().meta({ description: 'EPCIS eventID, under which /epcis/v2/events gives the event whole' }),
    computedEventId: z
      .string()
      .optional()
      .meta({ description: 'The id by CBV 2.0, 8.9, where the one that was sent claims to be it and differs' }),
    declaredWrongAt: instant.optional().meta({ description: 'A declaration took the event back: it leads nowhere' }),
    type: z.string().meta({ description: 'EPCIS 2.0 event type' }),
    action: z.enum(['ADD', 'OBSERVE', 'DELETE']).optional(),
    bizStep: z.string().optional().meta({ description: 'CBV 2.0 business step, or an own one where CBV has none' }),
    step: z.enum(recordedSteps),
    at: instant,
    recordedAt: instant,
    batchCodes: z.array(z.string()),
    inputs: z.array(z.object({ batchCode: z.string(), quantity: quantity.optional() })),
    outputs: z.array(z.object({ batchCode: z.string(), quantity: quantity.optional() })),
    siteId: recordId.optional(),
    siteName: z.string().optional(),
    destinationSiteId: recordId.optional(),
    destinationSiteName: z.string().optional(),
    quantity: quantity.optional(),
    input: farmInput.optional(),
    note: z.string().optional(),
    recordedBy: z.string(),
    divisionCode,
  })
  .meta({ id: 'TraceEvent' });

export const listEventsQuery = pageQuery.extend({ batch: batchCode.optional() });

export const traceQuery = z.object({
  direction: z.enum(['up', 'down', 'both']).default('both'),
  depth: z.coerce.number().int().min(1).max(50).default(50),
  at: instant
    .optional()
    .meta({ description: 'Of a container: what was in it at this time; absent: whatever has been in it' }),
});

const stay = z
  .object({ code: z.string(), from: instant.optional(), until: instant.optional() })
  .meta({ id: 'Stay', description: 'From packing to unpacking; without `until` it still lasts' });

export const environmentSchema = z
  .object({
    metric: z.string(),
    unit: z.string(),
    siteId: recordId,
    siteName: z.string(),
    device: z.string(),
    from: instant,
    to: instant,
    count: z.number().int(),
    minimum: z.number(),
    maximum: z.number(),
    mean: z.number(),
  })
  .meta({ id: 'EnvironmentSummary' });

/** Who wrote it down is told within the own division alone. */
export const tracedEventSchema = eventSchema
  .partial({ recordedAt: true, recordedBy: true, divisionCode: true })
  .extend({
    container: z.string().optional().meta({ description: 'The event is of this container, which the batch was in' }),
  })
  .meta({ id: 'TracedEvent' });

/** Of a test elsewhere the published facts alone. */
export const tracedTestSchema = sampleSchema
  .partial({
    samplers: true,
    custody: true,
    decisionRule: true,
    lacking: true,
    tests: true,
    formerResults: true,
    history: true,
    allowed: true,
    refused: true,
  })
  .extend({ results: z.array(resultSchema.partial({ enteredBy: true, enteredAt: true }).meta({ id: 'TracedResult' })) })
  .meta({ id: 'TracedTest' });

/** At a site of somebody else the curve is public, the instruments are not. */
export const tracedEnvironmentSchema = environmentSchema
  .partial({ siteId: true, device: true })
  .meta({ id: 'TracedEnvironment' });

export const tracedCertificateSchema = z
  .object({
    number: z.string(),
    batchCode: z.string(),
    state: z.enum(['valid', 'void', 'withdrawn']),
    form: z.enum(['producer', 'purchaser']),
    issuedAt: instant,
    bases: z.array(bilingual),
  })
  .meta({ id: 'TracedCertificate', description: '承诺达标合格证 of the batch' });

const traceLink = z
  .object({
    kind: z.enum(['grown', 'lot', 'party']),
    name: z.string().meta({ description: 'The code of the lot, or the name of the party or field; empty: not told' }),
    eventId: recordId,
    at: instant,
  })
  .meta({ id: 'TraceLink' });

export const traceLinksSchema = z
  .object({
    complete: z.boolean(),
    from: z.array(traceLink),
    to: z.array(traceLink).meta({ description: 'Empty while nothing tells that it has left' }),
    lacks: z.array(z.object({ kind: z.enum(lackKinds), eventId: recordId.optional(), at: instant.optional() })).meta({
      description:
        '`source`: nothing tells of one; `sender` of a receipt or `recipient` of a shipment is not told; a shipment has no `receipt`',
    }),
  })
  .meta({ id: 'TraceLinks', description: 'One step up, one step down: who it came from, who it went to' });

export const traceNodeSchema = z
  .object({
    code: z.string(),
    productName: z.string(),
    producerName: z.string().meta({ description: 'Empty for a lot of another system, which has no batch here' }),
    divisionCode: divisionCode.optional(),
    quantity: quantity.optional(),
    status: batchStatus,
    /** Steps from the asked batch: negative towards the sources, positive towards the consumers. */
    distance: z.number().int(),
    /** False where the batch lies outside the caller's division: then only public facts stand here. */
    own: z.boolean(),
    reasons: z.array(holdReasonSchema),
    events: z.array(tracedEventSchema),
    links: traceLinksSchema.optional().meta({ description: 'Within the own division alone' }),
    containers: z.array(stay).meta({ description: 'What the batch was in, also by way of other containers' }),
    contents: z.array(stay).meta({ description: 'Of the asked batch, where it is a container: what was in it' }),
    tests: z.array(tracedTestSchema),
    certificates: z.array(tracedCertificateSchema),
    environment: z.array(tracedEnvironmentSchema),
    warnings: z.array(
      z.object({ id: recordId, level: z.string(), status: z.string(), title: bilingual, openedAt: instant }),
    ),
    recalls: z.array(z.object({ id: recordId, number: z.string() })),
  })
  .meta({ id: 'TraceNode' });

export const traceSchema = z
  .object({
    code: z.string(),
    direction: z.enum(['up', 'down', 'both']),
    nodes: z.array(traceNodeSchema),
    edges: z.array(z.object({ from: z.string(), to: z.string(), eventId: recordId, at: instant })),
    truncated: z.boolean().meta({ description: 'Depth or size cut the trace: there is more' }),
    frontier: z.array(z.string()).meta({ description: 'The batches beyond which there is more' }),
  })
  .meta({ id: 'Trace' });
