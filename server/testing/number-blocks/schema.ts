import { z } from 'zod';
import { pageQuery } from '../../database/page.ts';
import { divisionCode, instant, recordId, verbs } from '../../http/fields.ts';
import { longestRun } from '../rules/number-run.ts';

export const numberKinds = ['sample', 'seal'] as const;

const username = z.string().trim().min(1, 'must not be empty').max(64);
const facts = {
  holder: username.meta({ description: 'The username of whoever takes them along' }),
  divisionCode: divisionCode.optional().meta({ description: "Absent: the caller's" }),
  count: z.int('must be a whole number').min(1).max(longestRun),
};

export const handOutNumbersBody = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sample'), ...facts }),
  z.strictObject({
    kind: z.literal('seal'),
    ...facts,
    first: z.string().trim().min(1, 'must not be empty').max(40).meta({
      description: 'The first one as it is printed, such as F-0101; the others follow it',
    }),
  }),
]);

export const numberBlockSchema = z
  .object({
    id: recordId,
    divisionCode,
    kind: z.enum(numberKinds),
    holder: z.string(),
    numbers: z.array(z.string()),
    used: z.array(z.object({ number: z.string(), sampleNumber: z.string(), at: instant })),
    unused: z.array(z.string()).meta({ description: 'What the holder still has; empty once they are returned' }),
    returned: z.object({ numbers: z.array(z.string()), by: z.string(), at: instant }).optional(),
    handedOutBy: z.string(),
    handedOutAt: instant,
    ...verbs,
  })
  .meta({ id: 'NumberBlock', description: 'Numbers of seals or samples that a person took along' });

export const listNumberBlocksQuery = pageQuery.extend({
  holder: username.optional(),
  kind: z.enum(numberKinds).optional(),
  unreturned: z.enum(['true']).optional().meta({ description: 'Those of which the holder still has some' }),
});
