import { z } from 'zod';
import { pageQuery } from '../../database/page.ts';
import { bilingual, divisionCode, instant, name, reason, recordId, verbs } from '../../http/fields.ts';
import { producerKinds } from '../../producers/schema.ts';
import { schemeIds } from '../schemes/schemes.ts';
import { standings } from './lifecycle.ts';

export const day = z.iso.date('must be a day such as 2026-05-03');

export const recordCertificateBody = z.strictObject({
  scheme: z.enum(schemeIds),
  producerId: recordId,
  productId: recordId,
  externalNumber: z.string().trim().min(1).max(60).meta({ description: 'As the certifying body numbers it' }),
  issuer: name.meta({ description: 'The certifying body' }),
  level: z.string().trim().min(1).max(20).optional(),
  validFrom: day,
  validTo: day.optional().meta({ description: 'Absent only where the scheme never expires' }),
});

export const reasonBody = z.strictObject({ reason });

export const visitBody = z.strictObject({
  on: day,
  passed: z.boolean(),
  note: z.string().trim().min(1).max(500).optional(),
});

export const certificateSchema = z
  .object({
    id: recordId,
    number: z.string(),
    externalNumber: z.string().optional(),
    issuer: z.string().optional(),
    scheme: z.enum(schemeIds),
    schemeName: bilingual,
    level: z.string().optional(),
    producerId: recordId,
    producerKind: z.enum(producerKinds),
    producerName: z.string().meta({ description: "Masked where it is a person's" }),
    divisionCode,
    divisionName: z.string(),
    productName: z.string(),
    categoryCode: z.string(),
    applicationId: recordId.optional(),
    renews: z.string().optional(),
    validFrom: day,
    validTo: day.optional(),
    standing: z.enum(standings).meta({ description: 'Today; a certificate expires by itself after its last day' }),
    renewBy: day.optional().meta({ description: 'The last day on which a renewal can be applied for' }),
    nextVisitBy: day.optional().meta({ description: 'When the next surveillance visit is due' }),
    visits: z.array(
      z.object({ on: day, passed: z.boolean(), note: z.string().optional(), by: z.string(), at: instant }),
    ),
    history: z.array(
      z.object({
        verb: z.string(),
        by: z.string(),
        at: instant,
        reason: z.string().optional(),
        proposalId: recordId.optional(),
      }),
    ),
    createdAt: instant,
    checkAt: z.string().meta({ description: 'The public page that its QR code opens' }),
    ...verbs,
  })
  .meta({ id: 'Certificate' });

export const listCertificatesQuery = pageQuery.extend({
  scheme: z.enum(schemeIds).optional(),
  producer: recordId.optional(),
  number: z.string().max(60).optional().meta({ description: 'This platform’s number, or the certifying body’s' }),
  standing: z.enum(standings).optional(),
  expiringBefore: day.optional(),
  division: divisionCode.optional(),
});
