import { z } from 'zod';
import { pageQuery } from '../../database/page.ts';
import { divisionCode, instant, recordId, verbs } from '../../http/fields.ts';
import { handOverStates } from './lifecycle.ts';

export const makeHandOverBody = z.strictObject({
  division: divisionCode.optional().meta({ description: 'Of this division and all below it; absent: your own' }),
});

const words = z.string().trim().min(1, 'must not be empty').max(2000, 'must have at most 2000 characters');

export const acceptBody = z.strictObject({
  attempt: z.int().min(1).meta({ description: 'Which making of the package the receipt is about' }),
  reference: z.string().max(200).optional().meta({ description: 'The number of the receipt over there' }),
});
export const rejectBody = acceptBody.extend({ text: words.meta({ description: 'What was wrong' }) });
export const resendBody = z.strictObject({});

export const listHandOversQuery = pageQuery.extend({ state: z.enum(handOverStates).optional() });

export const handOverSchema = z
  .object({
    id: recordId,
    divisionCode,
    day: z.string(),
    state: z.enum(handOverStates),
    attempt: z.int(),
    madeAt: instant,
    madeBy: z.string(),
    mappingVersion: z.int(),
    files: z.array(z.object({ name: z.string(), rows: z.int(), sha256: z.string() })),
    size: z.int().meta({ description: 'Of the package, in bytes' }),
    sha256: z.string(),
    package: z.string().meta({ description: 'Where the package is fetched' }),
    receipts: z.array(
      z.object({
        outcome: z.enum(['accepted', 'rejected']),
        attempt: z.int(),
        reference: z.string().optional(),
        text: z.string().optional(),
        by: z.string(),
        at: instant,
      }),
    ),
    ...verbs,
  })
  .meta({ id: 'HandOver' });
