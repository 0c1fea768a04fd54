import { z } from 'zod';
import { pageQuery } from '../../database/page.ts';
import { divisionCode, instant, reason, recordId, verbs } from '../../http/fields.ts';
import { day } from '../law/schema.ts';

const username = z.string().min(1).max(60);
const certificateNumber = z.string().trim().min(1, 'must not be empty').max(60);

export const createCertificateBody = z.strictObject({
  username: username.meta({ description: "The officer's account" }),
  certificateNumber: certificateNumber.meta({ description: '执法证号' }),
  divisionCode,
  validFrom: day,
  validTo: day,
  legalQualification: certificateNumber
    .optional()
    .meta({ description: '法律职业资格证书号: who has one may make legal reviews' }),
});

export const revokeCertificateBody = z.strictObject({ reason });
export const conflictBody = z.strictObject({ producerId: recordId, reason });

export const listCertificatesQuery = pageQuery.extend({ username: username.optional() });

export const certificateSchema = z
  .object({
    id: recordId,
    username,
    certificateNumber,
    divisionCode: z.string(),
    validFrom: day,
    validTo: day,
    legalQualification: z.string().optional(),
    conflicts: z
      .array(z.object({ producerId: recordId, reason: z.string() }))
      .meta({ description: 'With whom the officer has a conflict of interest: cases against them are for others' }),
    revokedAt: instant.optional(),
    ...verbs,
  })
  .meta({ id: 'OfficerCertificate' });
