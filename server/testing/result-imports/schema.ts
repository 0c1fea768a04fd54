import { z } from 'zod';
import { rowProblemSchema } from '../../http/tables/row-problems.ts';

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
  })
  .meta({ id: 'ResultImport', description: 'What a table of results says, line by line, before anything is stored' });
