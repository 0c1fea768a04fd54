import { z } from 'zod';
import { pageQuery } from '../../database/page.ts';
import { divisionCode, instant, laboratory, name, recordId } from '../../http/fields.ts';

const day = z.iso.date('must be a day such as 2026-05-03');
const username = z.string().min(1).max(64);
const method = z.string().trim().min(1, 'must not be empty').max(80);

export const grantBody = z.strictObject({
  username,
  method,
  laboratory,
  divisionCode,
  validFrom: day,
  validTo: day,
});

export const authorizationSchema = z
  .object({
    id: recordId,
    divisionCode,
    laboratory: z.string(),
    username: z.string(),
    method: z.string(),
    validFrom: z.string(),
    validTo: z.string(),
    grantedBy: z.string(),
    grantedAt: instant,
    revokedBy: z.string().optional(),
    revokedAt: instant.optional(),
    reason: z.string().optional(),
  })
  .meta({ id: 'TestAuthorization', description: 'A person may do tests by a method (ISO/IEC 17025 6.2.6)' });

export const listAuthorizationsQuery = pageQuery.extend({
  username: username.optional(),
  laboratory: name.optional(),
});
