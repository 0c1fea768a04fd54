import { z } from 'zod';
import { pageQuery } from '../database/page.ts';
import { divisionCode, instant, recordId } from '../http/fields.ts';

const entryFields = {
  id: recordId,
  sequence: z.number().int().optional().meta({ description: 'Place in the log; absent for a moment after the change' }),
  at: instant,
  actor: z.object({
    kind: z.enum(['user', 'device', 'system']),
    id: z.string(),
    name: z.string(),
    address: z.string().optional(),
  }),
  action: z.enum(['create', 'update', 'reveal', 'begin']).meta({
    description: '`reveal`: personal data were shown in the clear; `begin`: the log goes on under a new name',
  }),
  resource: z.string(),
  recordId: z.string(),
  divisionCode: divisionCode.optional(),
  reason: z.string().optional(),
  changes: z.array(
    z.object({
      field: z.string(),
      before: z.unknown().optional(),
      after: z
        .unknown()
        .optional()
        .meta({ description: 'Of a secret neither value is kept; of personal data only that there was one' }),
    }),
  ),
};

export const entrySchema = z.object(entryFields).meta({ id: 'AuditEntry' });

export const entryWithLeafSchema = z
  .object({ ...entryFields, leaf: z.string().meta({ description: 'What the tree is built over, as canonical JSON' }) })
  .meta({ id: 'AuditEntryWithLeaf' });

export const listEntriesQuery = pageQuery.extend({
  resource: z.string().max(40).optional(),
  record: z.string().max(64).optional().meta({ description: 'The id of the record; of a batch, its code' }),
  actor: z.string().max(64).optional().meta({ description: 'User name, device id or part of the platform' }),
});

export const exportEntriesQuery = z.object({
  resource: z.string().min(1).max(40),
  record: z.string().min(1).max(64),
  form: z.enum(['csv', 'xlsx']).default('csv'),
});

const place = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

export const inclusionQuery = z.object({
  index: place,
  size: place.optional().meta({ description: 'Absent: the log as it is now' }),
});
export const consistencyQuery = z.object({ first: place, second: place.optional() });

const hashes = z.array(z.string()).meta({ description: 'SHA-256, base64, from the leaf to the root' });

export const inclusionSchema = z
  .object({ index: z.number(), size: z.number(), leafHash: z.string(), hashes })
  .meta({ id: 'InclusionProof', description: 'RFC 9162 section 2.1.3' });

export const consistencySchema = z
  .object({ first: z.number(), second: z.number(), hashes })
  .meta({ id: 'ConsistencyProof', description: 'RFC 9162 section 2.1.4' });
