import { z } from 'zod';
import { bilingual } from '../../http/fields.ts';
import { rowProblemSchema } from '../../http/tables/row-problems.ts';
import { verdictSchema } from '../verdict-schema.ts';

export const resultImportQuery = z.object({
  digest: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'must be the digest of a report')
    .optional()
    .meta({ description: 'Of the report: without it nothing is stored' }),
});

export const resultImportSchema = z
  .object({
    digest: z.string(),
    rows: z.number().int(),
    loaded: z.boolean(),
    problems: z.array(rowProblemSchema),
    verdicts: z
      .array(z.object({ line: z.number().int(), verdict: verdictSchema.shape.verdict, explanation: bilingual }))
      .meta({ description: 'On each row that can be stored, also where nothing is stored' }),
  })
  .meta({ id: 'ResultImport', description: 'What a table of results says, line by line, before anything is stored' });
