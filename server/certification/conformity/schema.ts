import { z } from 'zod';
import { pageQuery } from '../../database/page.ts';
import { labelLayouts } from '../../documents/index.ts';
import { bilingual, divisionCode, instant, name, quantity, reason, recordId, verbs } from '../../http/fields.ts';
import { producerKinds } from '../../producers/schema.ts';
import { batchCode, batchStatus } from '../../traceability/schema.ts';
import { readNumber } from '../rules/number.ts';
import { conformityStates } from './lifecycle.ts';
import { contactForms } from './printing/contact.ts';
import { basisCodes, formKinds } from './rules/forms.ts';
import { refusalCodes } from './rules/issuable.ts';

const certificateNumber = z
  .string()
  .max(40)
  .transform((typed, context) => {
    const number = readNumber(typed, 'H');
    if (number !== null) return number;
    context.addIssue({ code: 'custom', message: 'is no number of a certificate: its check character does not fit' });
    return z.NEVER;
  });

const receivedElsewhere = z.strictObject({
  kind: z.enum(['conformity-certificate', 'other-proof']),
  from: name.meta({ description: 'The enterprise or cooperative that gave it; no name of a person' }),
  number: z.string().trim().min(1).max(60).optional(),
});

export const issueBody = z.strictObject({
  batchCode,
  bases: z
    .array(z.enum(basisCodes))
    .min(1, 'must name at least one basis')
    .max(basisCodes.length)
    .refine((bases) => new Set(bases).size === bases.length, 'must name each basis once')
    .meta({ description: 'On what the promise rests; a test that is named must be on record, verified and passed' }),
  quantity: quantity.optional().meta({ description: 'Absent: all of the batch that has no certificate yet' }),
  form: z
    .enum(formKinds)
    .optional()
    .meta({ description: "Absent: the purchaser's form where the batch holds lots of others, else the producer's" }),
  received: z
    .array(certificateNumber)
    .max(200)
    .optional()
    .meta({ description: "Of a purchaser: numbers of certificates received; those of the batch's sources are found" }),
  receivedElsewhere: z.array(receivedElsewhere).max(50).optional(),
});

export const issueManyBody = z.strictObject({
  certificates: z.array(issueBody).min(1, 'must name at least one batch').max(200, 'must name at most 200 batches'),
});

export const endBody = z.strictObject({ reason });

export const printBody = z.strictObject({
  ids: z
    .array(recordId)
    .min(1, 'must name at least one certificate')
    .max(200, 'must name at most 200 certificates')
    .meta({ description: 'The certificates, in the order in which they are printed' }),
  layout: z.enum(labelLayouts).meta({ description: 'A roll of 60 × 40 or 70 × 50 mm, or A4 sheets of fifteen labels' }),
  copies: z.int().min(1).max(300).default(1).meta({ description: 'Labels of each certificate; one a sales package' }),
  contact: z
    .enum(contactForms)
    .default('clear')
    .meta({ description: 'Name and phone in the clear, masked, or left out where the package says it (article 14)' }),
});

export const refusalSchema = z
  .object({ code: z.enum(refusalCodes), text: bilingual, clause: z.string().optional() })
  .meta({ id: 'ConformityRefusal', description: 'Why no certificate may be issued' });

const basisSchema = z.object({ code: z.enum(basisCodes), text: bilingual });

export const readinessQuery = z.object({ batch: batchCode, form: z.enum(formKinds).optional() });

export const readinessSchema = z
  .object({
    batchCode: z.string(),
    form: z.enum(formKinds),
    duty: z
      .object({ duty: z.enum(['must', 'may']), clause: z.string() })
      .optional()
      .meta({ description: 'What the law asks of this kind of party; absent: it issues none in this form' }),
    promises: z.array(bilingual),
    bases: z.array(basisSchema.extend({ refusals: z.array(refusalSchema) })),
    quantityLeft: quantity.extend({ value: z.number() }).meta({ id: 'QuantityLeft' }),
    sources: z
      .array(z.object({ batchCode: z.string(), certificate: z.string().optional() }))
      .meta({ description: 'Lots of others that it was made of, each with the number of its valid certificate' }),
    refusals: z
      .array(refusalSchema)
      .meta({ description: 'What stands against any certificate now; empty: one may be issued on a free basis' }),
  })
  .meta({ id: 'ConformityReadiness' });

export const conformitySchema = z
  .object({
    id: recordId,
    number: z.string(),
    form: z.enum(formKinds),
    formId: z.string().meta({ description: 'Which text it was issued under' }),
    clause: z.string(),
    promises: z.array(bilingual),
    bases: z.array(basisSchema.extend({ ticked: z.boolean() })),
    batchCode: z.string(),
    batchStatus: batchStatus.meta({
      description: 'Now: goods on hold or recalled are not sold, whatever was promised',
    }),
    productName: z.string(),
    productNameEn: z.string().optional(),
    producerId: recordId,
    producerKind: z.enum(producerKinds),
    producerName: z.string().meta({ description: "Masked where it is a person's" }),
    divisionCode,
    divisionName: z.string(),
    quantity,
    origin: z.string(),
    tests: z.array(z.string()).meta({ description: 'Samples that its basis rests on' }),
    received: z.array(z.string()),
    receivedElsewhere: z.array(receivedElsewhere),
    state: z.enum(conformityStates),
    issuedAt: instant,
    issuedBy: z.string(),
    onBehalf: z.boolean().meta({ description: 'Entered by the department for the producer' }),
    keptUntil: instant.meta({ description: 'The record of issue must be kept at least until then' }),
    endedAt: instant.optional(),
    endedBy: z.string().optional(),
    reason: z.string().optional(),
    checkAt: z.string().meta({ description: 'The public page that its QR code opens' }),
    ...verbs,
  })
  .meta({ id: 'ConformityCertificate' });

export const issueManySchema = z
  .object({
    issued: z.int(),
    refused: z.int(),
    rows: z.array(
      z.object({
        row: z.int().meta({ description: 'The place in the request, from 1' }),
        batchCode: z.string(),
        outcome: z.enum(['issued', 'refused']),
        certificate: z.object({ id: recordId, number: z.string() }).optional(),
        problem: z.string().optional(),
        refusals: z.array(refusalSchema),
      }),
    ),
  })
  .meta({ id: 'ConformityIssueReport' });

export const listConformityQuery = pageQuery.extend({
  batch: batchCode.optional(),
  producer: recordId.optional(),
  number: certificateNumber.optional(),
  state: z.enum(conformityStates).optional(),
  division: divisionCode.optional(),
  from: instant.optional().meta({ description: 'Issued at this moment or later' }),
  to: instant.optional().meta({ description: 'Issued before this moment' }),
});
