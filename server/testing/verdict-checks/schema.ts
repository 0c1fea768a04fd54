import { z } from 'zod';
import { divisionCode, instant, recordId } from '../../http/fields.ts';

export const verdictCheckSchema = z
  .object({
    id: recordId,
    divisionCode,
    state: z.enum(['running', 'done']),
    startedBy: z.string(),
    startedAt: instant,
    finishedAt: instant.optional(),
    samples: z.number().int(),
    verdicts: z.number().int(),
    withoutBasis: z.number().int().meta({ description: 'Verdicts from before their basis was stored' }),
    differenceCount: z.number().int(),
    differences: z.array(
      z
        .object({
          sampleId: recordId,
          sampleNumber: z.string(),
          resultId: recordId,
          analyte: z.string(),
          fields: z.array(z.string()),
          stored: z.string(),
          recomputed: z.string(),
          laterEdition: z.boolean().meta({ description: "The standard's data were loaded anew since then" }),
        })
        .meta({ id: 'VerdictDifference' }),
    ),
  })
  .meta({ id: 'VerdictCheck', description: 'All stored verdicts recomputed from what they were made of' });
