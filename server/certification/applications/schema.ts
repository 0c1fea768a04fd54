import { z } from 'zod';
import { pageQuery } from '../../database/page.ts';
import { bilingual, divisionCode, instant, name, reason, recordId, verbs } from '../../http/fields.ts';
import { producerKinds } from '../../producers/schema.ts';
import { day } from '../certificates/schema.ts';
import { applicationKinds, schemeIds } from '../schemes/schemes.ts';
import { applicationStates } from './lifecycle.ts';

const statement = z
  .string()
  .trim()
  .min(1)
  .max(2_000)
  .meta({ description: 'Area, yearly output, how it is grown: whatever the application says in words' });
const note = z.string().trim().min(1, 'must say what was found').max(1_000);

export const createApplicationBody = z.strictObject({
  scheme: z.enum(schemeIds),
  kind: z.enum(applicationKinds).default('new'),
  producerId: recordId,
  productId: recordId,
  renews: z.string().max(40).optional().meta({ description: 'Of a renewal: the number of the certificate' }),
  level: z.string().trim().min(1).max(20).optional(),
  statement: statement.optional(),
});

export const changeApplicationBody = z
  .strictObject({
    statement: statement.optional(),
    documents: z
      .array(z.strictObject({ code: z.string().max(60), attachmentId: recordId }))
      .max(50)
      .optional()
      .meta({ description: 'Takes the place of all documents named before; each an attachment of this application' }),
  })
  .refine((body) => Object.keys(body).length > 0, 'must name what is changed');

export const noBody = z.strictObject({});
export const reasonBody = z.strictObject({ reason });
export const findingBody = z.strictObject({ passed: z.boolean(), note });
export const grantBody = z.strictObject({
  reason,
  validFrom: day.optional().meta({ description: 'Absent: today, or the day after the certificate that is renewed' }),
  externalNumber: z.string().trim().min(1).max(60).optional(),
  issuer: name.optional(),
});

const stepSchema = z.object({
  step: z.enum(['submit', 'accept', 'review', 'check', 'decide']),
  title: bilingual,
  state: z.enum(['done', 'now', 'to-come', 'ended']),
  by: z.string().optional(),
  at: instant.optional(),
  note: z.string().optional(),
  who: bilingual.meta({ description: 'Who may take the step' }),
  startedAt: instant.optional(),
  dueAt: instant.optional().meta({ description: 'The first moment that is too late' }),
  lastDay: day.optional(),
  clause: z.string().optional().meta({ description: 'The provision that the term stands in' }),
  provisional: z.boolean().optional().meta({ description: 'A year it reaches into is not published yet' }),
});

export const applicationSchema = z
  .object({
    id: recordId,
    number: z.string(),
    scheme: z.enum(schemeIds),
    schemeName: bilingual,
    kind: z.enum(applicationKinds),
    renews: z.string().optional(),
    level: z.string().optional(),
    producerId: recordId,
    producerKind: z.enum(producerKinds),
    producerName: z.string().meta({ description: "Masked where it is a person's" }),
    divisionCode,
    productName: z.string(),
    categoryCode: z.string(),
    statement: z.string().optional(),
    state: z.enum(applicationStates),
    demanded: z
      .array(z.object({ code: z.string(), name: bilingual, attachmentIds: z.array(recordId) }))
      .meta({ description: 'Documents that the scheme demands, each with what is there' }),
    findings: z.array(
      z.object({
        step: z.enum(['review', 'check']),
        passed: z.boolean(),
        note: z.string(),
        by: z.string(),
        at: instant,
      }),
    ),
    recused: z.array(z.object({ by: z.string(), reason: z.string(), at: instant })),
    certificateId: recordId.optional(),
    steps: z.array(stepSchema).meta({ description: 'Where it stands: what was done by whom, what is due, what comes' }),
    history: z.array(z.object({ verb: z.string(), by: z.string(), at: instant, note: z.string().optional() })),
    createdAt: instant,
    ...verbs,
  })
  .meta({ id: 'CertificationApplication' });

export const listApplicationsQuery = pageQuery.extend({
  scheme: z.enum(schemeIds).optional(),
  state: z.enum(applicationStates).optional(),
  producer: recordId.optional(),
  number: z.string().max(40).optional(),
});
