import { z } from 'zod';
import { pageQuery } from '../../database/page.ts';
import { bilingual, divisionCode, instant, name, recordId, verbs } from '../../http/fields.ts';
import { note } from '../result-schema.ts';
import { nonconformityStates } from './lifecycle.ts';
import { nonconformityCauses } from './model.ts';
import { doubtStandings } from './standing.ts';

const settled = z.object({ by: z.string(), at: instant, reason: z.string() });

const facts = {
  id: recordId,
  divisionCode,
  laboratory: z.string().optional(),
  cause: z.enum(nonconformityCauses),
  causeId: z.string().meta({ description: 'The control, or the instrument and the number of its certificate' }),
  text: bilingual,
  method: z.string().optional(),
  analyte: z.string().optional(),
  instrument: z.string().optional(),
  since: instant.optional().meta({ description: 'Of the last good control or calibration; absent: none is known' }),
  until: instant,
  state: z.enum(nonconformityStates),
  doubtedCount: z.number().int(),
  openedAt: instant,
};

export const nonconformitySummarySchema = z
  .object(facts)
  .meta({ id: 'NonconformitySummary', description: 'Nonconforming work 不符合工作, without the results in doubt' });

export const nonconformitySchema = z
  .object({
    ...facts,
    doubted: z.array(
      z.object({
        sampleId: recordId.optional().meta({ description: 'Absent: it is a rapid test' }),
        sampleNumber: z.string().meta({ description: 'Of a rapid test: what its device named' }),
        batchCode: z.string(),
        resultId: recordId.meta({ description: 'Or the id of the rapid test' }),
        rapid: z
          .object({ device: z.string(), positive: z.boolean().nullable() })
          .optional()
          .meta({ description: 'A rapid test; a positive one holds its batch, a negative one let it go' }),
        analyte: z.string(),
        value: z.string(),
        unit: z.string(),
        enteredAt: instant,
        sampleState: z.string().optional(),
        standing: z.enum(doubtStandings).meta({
          description:
            'counts: it still has to be confirmed, retracted, or its report invalidated; a rapid test confirmed or set aside',
        }),
        confirmed: settled.optional(),
        setAside: settled.optional(),
      }),
    ),
    reports: z.array(z.string()).meta({ description: 'Numbers of the valid reports that tell of a result in doubt' }),
    batches: z.array(z.string()).meta({ description: 'Codes of the batches they are about' }),
    assessment: z
      .object({
        significance: z.string(),
        action: z.string(),
        customers: z.string().optional(),
        by: z.string(),
        at: instant,
      })
      .optional(),
    history: z.array(z.object({ verb: z.string(), by: z.string(), at: instant, reason: z.string().optional() })),
    ...verbs,
  })
  .meta({
    id: 'Nonconformity',
    description:
      'Nonconforming work 不符合工作 (ISO/IEC 17025:2017, 7.10): what a failed control or calibration reaches back to',
  });

export const listNonconformitiesQuery = pageQuery.extend({
  state: z.enum(nonconformityStates).optional(),
  cause: z.enum(nonconformityCauses).optional(),
  laboratory: name.optional(),
  sample: recordId.optional(),
});

export const confirmBody = z.strictObject({
  resultIds: z.array(recordId).min(1).max(1000),
  reason: note.meta({
    description: 'Why they stand all the same: repeated, another control of the same time was good …',
  }),
});

export const setAsideBody = z.strictObject({
  resultIds: z.array(recordId).min(1).max(1000).meta({ description: 'Rapid tests' }),
  reason: note.meta({ description: 'Why they count no more' }),
});

export const assessBody = z.strictObject({
  significance: note.meta({ description: 'What it means for the results, earlier ones included (7.10.1 c)' }),
  action: note.meta({ description: 'What is done about it: work halted, repeated, reports withheld (7.10.1 b)' }),
  customers: note.optional().meta({ description: 'Who was told, and what was called back (7.10.1 e)' }),
});

export const closeBody = z.strictObject({ reason: note.meta({ description: 'Why work may go on (7.10.1 f)' }) });
