import { z } from 'zod';
import { pageQuery } from '../../database/page.ts';
import { factKinds } from '../../facts/index.ts';
import { bilingual, divisionCode, instant, recordId, verbs } from '../../http/fields.ts';
import { asOfQuery } from '../pass-rates/schema.ts';
import { grades } from '../rules/grade.ts';
import { knowledges } from '../rules/knowledge.ts';
import { assessmentStates } from './lifecycle.ts';

const words = z.string().trim().min(1, 'must not be empty').max(2000, 'must have at most 2000 characters');
const grade = z.enum(grades);

const contested = z
  .strictObject({ resource: z.string().min(1).max(60), id: z.string().min(1).max(100) })
  .meta({ id: 'ContestedRecord', description: 'A record of the explanation, by its `resource` and `id`' });

export const assessBody = z.strictObject({ producerId: recordId });

export const assessDivisionBody = z.strictObject({
  division: divisionCode.optional().meta({ description: 'This division and all below it; absent: your own' }),
});

export const appealBody = z.strictObject({
  text: words.meta({ description: 'Why the grade is wrong' }),
  contested: z.array(contested).min(1).max(100).meta({ description: 'The records that should not count' }),
});

export const reviseBody = z.strictObject({
  accepted: z
    .array(contested)
    .min(1)
    .max(100)
    .meta({ description: 'Those of the contested records that do not count from now on' }),
  reason: words,
});
export const upholdBody = z.strictObject({ reason: words });
export const withdrawBody = z.strictObject({ reason: words.optional() });

export const listAssessmentsQuery = pageQuery.extend({
  producer: recordId.optional(),
  grade: grade.optional(),
  state: z.enum(assessmentStates).optional(),
  division: divisionCode.optional().meta({ description: 'This division and all below it' }),
});

export const gradeQuery = asOfQuery.extend({ producer: recordId });

const graded = {
  schemeVersion: z.number().int(),
  from: instant.meta({ description: 'What happened from then on counts' }),
  score: z.number(),
  grade,
  inspectionsAYear: z.number().int().meta({ description: 'How often the grade has the producer inspected' }),
  points: z
    .array(
      z
        .object({
          indicator: z.string(),
          title: bilingual,
          points: z.number(),
          capped: z.boolean().meta({ description: 'The records come to more than the indicator may count' }),
          records: z.array(
            z
              .object({
                resource: z.string(),
                id: z.string(),
                label: z.string(),
                word: z.string(),
                happenedAt: instant,
                points: z.number(),
                excluded: z.boolean().meta({ description: 'Contested with success: it does not count' }),
                record: z.string().meta({ description: 'Where the record itself is read' }),
              })
              .meta({ id: 'GradedRecord' }),
          ),
        })
        .meta({ id: 'GradedPoint' }),
    )
    .meta({ description: 'Every point of the score beside the start, with the records it comes from' }),
  limited: bilingual.optional().meta({ description: 'Why the grade is not better although the score is' }),
};

export const computedGradeSchema = z
  .object({ producerId: recordId, asOf: instant, knowledge: z.enum(knowledges), start: z.number(), ...graded })
  .meta({ id: 'ComputedGrade' });

export const assessmentSchema = z
  .object({
    id: recordId,
    producerId: recordId,
    producerName: z.string(),
    producerKind: z.string(),
    divisionCode,
    divisionName: z.string(),
    number: z.number().int().meta({ description: 'Counts the assessments of the producer' }),
    assessedAt: instant,
    assessedBy: z.string(),
    state: z.enum(assessmentStates),
    ...graded,
    appeal: z
      .object({
        text: z.string(),
        contested: z.array(contested),
        by: z.string(),
        at: instant,
        decision: z
          .object({
            outcome: z.enum(['upheld', 'revised']),
            accepted: z.array(contested),
            reason: z.string(),
            by: z.string(),
            at: instant,
          })
          .optional(),
      })
      .optional(),
    supersedes: recordId.optional(),
    ...verbs,
  })
  .meta({ id: 'Assessment' });

export const divisionAssessed = z
  .object({ assessed: z.number().int(), unchanged: z.number().int(), appealed: z.number().int() })
  .meta({
    id: 'DivisionAssessed',
    description: 'How many were assessed anew, how many stand as they stood, and how many wait for an appeal',
  });

export const gradeSchemeSchema = z
  .object({
    version: z.number().int(),
    effectiveFrom: z.string(),
    source: z.string(),
    basis: z.string(),
    start: z.number(),
    windowMonths: z.number().int(),
    indicators: z.array(
      z.object({
        code: z.string(),
        title: bilingual,
        kind: z.enum(factKinds),
        points: z.record(z.string(), z.number()),
        most: z.number(),
        standing: z.boolean().optional(),
      }),
    ),
    evidence: z.object({ kinds: z.array(z.enum(factKinds)), atMost: grade, title: bilingual }),
    grades: z.array(
      z.object({ grade, atLeast: z.number(), inspectionsAYear: z.number().int(), drawFactor: z.number().int() }),
    ),
    ungradedDrawFactor: z.number().int(),
  })
  .meta({ id: 'GradeScheme' });

export const gradeSchemesAnswer = z.object({ items: z.array(gradeSchemeSchema) }).meta({ id: 'GradeSchemes' });
