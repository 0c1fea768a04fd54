import { z } from 'zod';
import { pageQuery } from '../database/page.ts';
import { divisionCode, instant, name, point, reason, recordId } from '../http/fields.ts';
import { checkCreditCode } from './rules.ts';

export const producerKinds = [
  'enterprise',
  'cooperative',
  'family-farm',
  'smallholder',
  'purchaser',
  'market',
] as const;

export const siteKinds = ['plot', 'greenhouse', 'cold-room', 'vehicle', 'shop'] as const;

const creditCode = z.string().transform((value, context) => {
  const checked = checkCreditCode(value);
  if (checked.valid) return checked.code;
  context.addIssue({ code: 'custom', message: checked.reason });
  return z.NEVER;
});

const phone = z.string().regex(/^\+?[0-9 -]{5,20}$/, 'must be a phone number');

export const createProducerBody = z.strictObject({
  name,
  kind: z.enum(producerKinds),
  divisionCode,
  creditCode: creditCode.optional(),
  contactName: name.optional(),
  phone: phone.optional(),
});

/** As a row of a table: who is known already is found by `id` or credit code. */
export const producerRow = createProducerBody.extend({ id: recordId.optional() });

export const producerSchema = z
  .object({
    id: recordId,
    name: z.string(),
    kind: z.enum(producerKinds),
    divisionCode,
    divisionName: z.string(),
    creditCode: z.string().optional(),
    contactName: z.string().optional().meta({ description: 'Masked' }),
    phone: z.string().optional().meta({ description: 'Masked' }),
    personalDataErasedAt: instant
      .optional()
      .meta({ description: 'Since when nothing that identifies a person is held of it' }),
  })
  .meta({ id: 'Producer' });

/** What is left out stays; `null` takes the value away. */
export const correctProducerBody = z
  .strictObject({
    name: name.optional(),
    contactName: name.nullable().optional(),
    phone: phone.nullable().optional(),
    reason,
  })
  .refine(({ reason: _, ...corrected }) => Object.keys(corrected).length > 0, 'must name what is corrected');

export const eraseProducerBody = z.strictObject({ reason });

export const revealBody = z.strictObject({
  reason: z
    .string()
    .trim()
    .min(4, 'must say what the data are needed for')
    .max(200)
    .meta({ description: 'What the data are needed for; stands in the audit log' }),
});

export const revealedProducerSchema = producerSchema
  .extend({ contactName: z.string().optional(), phone: z.string().optional() })
  .meta({ id: 'RevealedProducer', description: 'Personal data in the clear' });

export const listProducersQuery = pageQuery.extend({ kind: z.enum(producerKinds).optional(), name: name.optional() });

const productIds = z
  .array(recordId)
  .max(50)
  .meta({ description: 'What is grown, kept, carried or sold there; rules of warnings can be of one product' });

export const createSiteBody = z.strictObject({
  producerId: recordId,
  name,
  kind: z.enum(siteKinds),
  divisionCode: divisionCode.optional(),
  point: point.optional(),
  productIds: productIds.default([]),
});

export const correctSiteBody = z
  .strictObject({
    name: name.optional(),
    point: point.nullable().optional(),
    productIds: productIds.optional(),
  })
  .refine((corrected) => Object.keys(corrected).length > 0, 'must name what is corrected');

/** As a row of a table: its producer by id or credit code. */
export const siteRow = createSiteBody.extend({
  producerId: z.union([recordId, creditCode], { error: 'must be the id or the credit code of a producer' }),
});

export const siteSchema = z
  .object({
    id: recordId,
    producerId: recordId,
    producerName: z.string(),
    name: z.string(),
    kind: z.enum(siteKinds),
    divisionCode,
    point: point.optional(),
    productIds,
  })
  .meta({ id: 'Site' });

export const listSitesQuery = pageQuery.extend({ producer: recordId.optional(), kind: z.enum(siteKinds).optional() });
