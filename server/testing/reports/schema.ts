import { z } from 'zod';
import { pageQuery } from '../../database/page.ts';
import { bilingual, divisionCode, instant, name, recordId } from '../../http/fields.ts';
import { verdicts } from '../verdict-schema.ts';

/** `invalid`: holds no more; `superseded`: another number took its place. Nothing is deleted. */
export const reportStates = ['valid', 'invalid', 'superseded'] as const;

const reportedResult = z
  .object({
    analyte: z.string(),
    analyteEn: z.string().optional(),
    value: z.string(),
    unit: z.string(),
    method: z.string().optional(),
    lod: z.string().optional(),
    loq: z.string().optional(),
    uncertainty: z.string().optional().meta({ description: 'Expanded, 95 %, k = 2, in the unit of the value' }),
    instrument: z.string().optional(),
    provider: z.string().optional(),
    limit: z.string().optional(),
    standard: z.string().optional(),
    verdict: z.enum(verdicts),
    decisionRule: z.string().optional(),
    explanation: bilingual,
  })
  .meta({ id: 'ReportedResult' });

const reportContentSchema = z
  .object({
    laboratory: z.object({
      name: z.string(),
      address: z.string().optional(),
      accreditation: z.string().optional(),
    }),
    customer: z.string(),
    customerAddress: z.string().optional(),
    sample: z.object({
      number: z.string(),
      product: z.string(),
      batchCode: z.string(),
      producer: z.string(),
      planKind: z.string(),
      drawnAt: instant,
      place: z.string().optional(),
      samplers: z.array(z.string()),
      sealNumber: z.string().optional(),
      retainedSeal: z.string().optional(),
      receivedAt: instant.optional(),
      condition: z.string().optional(),
      temperature: z.number().optional(),
    }),
    testedFrom: instant.optional(),
    testedTo: instant.optional(),
    testedByEntry: z
      .boolean()
      .optional()
      .meta({ description: 'Of some results only the entry is known, and stands for the time of the test' }),
    results: z.array(reportedResult),
    verdict: z.enum(verdicts),
    deviations: z.array(bilingual),
    notTested: z.array(z.object({ analyte: z.string(), reason: z.string() })),
    testedBy: z.array(z.string()),
    authorizedBy: z.string(),
    people: z
      .array(z.object({ username: z.string(), name: z.string() }))
      .default([])
      .meta({ description: 'What these people were called on the day of issue' }),
  })
  .meta({ id: 'ReportContent', description: 'ISO/IEC 17025:2017, 7.8.2 and 7.8.3' });

export const testReportSchema = z
  .object({
    id: recordId,
    number: z.string(),
    sampleId: recordId,
    sampleNumber: z.string(),
    batchCode: z.string(),
    divisionCode,
    laboratory: z.string().optional(),
    state: z.enum(reportStates),
    checkAt: z.string().meta({ description: 'Where whoever has the paper can check it' }),
    issuedBy: z.string(),
    issuedAt: instant,
    replaces: z.string().optional(),
    replacedBy: z.string().optional(),
    reason: z.string().optional(),
    endedAt: instant.optional(),
    content: reportContentSchema,
  })
  .meta({ id: 'TestReport' });

export const listTestReportsQuery = pageQuery.extend({
  batch: z.string().min(1).max(40).optional(),
  sample: recordId.optional(),
  number: z.string().min(1).max(20).optional(),
  laboratory: name.optional(),
  issuedFrom: instant.optional(),
  issuedBefore: instant.optional(),
  state: z.enum(reportStates).optional(),
});
