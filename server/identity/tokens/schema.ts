import { z } from 'zod';
import { instant, name, recordId } from '../../http/fields.ts';
import { limits } from '../limits.ts';

export const apiTokenSchema = z
  .object({
    id: recordId,
    name: z.string(),
    scope: z.array(z.string()),
    createdAt: instant,
    expiresAt: instant,
    lastUsedAt: instant.optional(),
  })
  .meta({ id: 'ApiToken' });

export const createdApiTokenSchema = apiTokenSchema
  .extend({ token: z.string() })
  .meta({ id: 'CreatedApiToken', description: 'The token is shown this once' });

export const createApiTokenBody = z.strictObject({
  name,
  scope: z.array(z.string().max(60)).min(1, 'must name at least one right').max(200),
  expiresInDays: z
    .number()
    .int()
    .min(1)
    .max(limits.apiToken.longestDays, `must be at most ${limits.apiToken.longestDays} days`),
});
