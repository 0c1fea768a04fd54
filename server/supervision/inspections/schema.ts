import { z } from 'zod';
import { pageQuery } from '../../database/page.ts';
import { bilingual, divisionCode, instant, point, reason, recordId, verbs } from '../../http/fields.ts';
import { answers, severities } from '../rules/checklist.ts';
import { inspectionStates } from './lifecycle.ts';

/** 例行、专项、双随机. */
export const inspectionKinds = ['routine', 'special', 'random'] as const;

const words = z.string().trim().min(1, 'must not be empty').max(1000, 'must have at most 1000 characters');
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hexadecimal digits');
const username = z.string().min(1).max(64);

export const createInspectionBody = z.strictObject({
  id: recordId.optional().meta({
    description: 'Made up by a device without network: sending the same inspection again creates no second one',
  }),
  producerId: recordId,
  kind: z.enum(inspectionKinds).exclude(['random']),
  checklist: z.string().max(40).default('producer'),
  inspectors: z.array(username).min(1).max(4).optional().meta({ description: 'User names; absent: yourself' }),
});

const answer = z.strictObject({
  item: z.string().min(1).max(60),
  answer: z.enum(answers),
  note: words.optional(),
});

const photoDetail = z.object({
  sha256,
  item: z.string().min(1).max(60).optional().meta({ description: 'The item of the checklist that it shows' }),
  takenAt: instant.meta({ description: "At the shutter, by the device's own clock" }),
  point: point.optional().meta({ description: 'WGS 84, at the shutter' }),
  accuracyMetres: z.number().min(0).max(1_000_000).optional(),
});

/** Two days: a clock that is farther off is set by hand, not by us. */
const clockAheadSeconds = z
  .number()
  .int()
  .min(-172_800)
  .max(172_800)
  .meta({ description: "How far the device's clock was ahead of the platform's when they last met" });

export const submitBody = z.strictObject({
  answers: z.array(answer).max(200),
  begunAt: instant,
  finishedAt: instant,
  point: point.optional().meta({ description: 'Where it was done' }),
  photos: z
    .array(sha256)
    .max(50)
    .default([])
    .meta({ description: 'Of photographs that follow as attachments of this inspection' }),
  photoDetails: z.array(photoDetail).max(50).optional(),
  clockAheadSeconds: clockAheadSeconds.optional(),
});

export const beginBody = z.strictObject({});
export const orderBody = z.strictObject({
  text: words.meta({ description: 'What is to be put right' }),
  due: instant.meta({ description: 'The first moment that is too late' }),
});
export const answerBody = z.strictObject({ text: words.meta({ description: 'What was put right, and how' }) });
export const passBody = z.strictObject({ note: words });
export const failBody = z.strictObject({ note: words, due: instant });
export const closeBody = z.strictObject({ note: words.optional() });
export const decideConflictBody = z.strictObject({
  conflict: z.string().min(1).max(24),
  keep: z.enum(['stored', 'submitted']),
  reason,
});

export const listInspectionsQuery = pageQuery.extend({
  state: z.enum(inspectionStates).optional(),
  kind: z.enum(inspectionKinds).optional(),
  producer: recordId.optional(),
  plan: recordId.optional(),
  inspector: username.optional(),
});

const submissionFields = {
  answers: z.array(z.object({ item: z.string(), answer: z.enum(answers), note: z.string().optional() })),
  begunAt: instant,
  finishedAt: instant,
  point: point.optional(),
  photos: z.array(z.string()),
  photoDetails: z.array(photoDetail).optional(),
  clockAheadSeconds: clockAheadSeconds.optional(),
};
const submissionSchema = z.object(submissionFields).meta({ id: 'InspectionSubmission' });

const itemSchema = z.object({
  item: z.string(),
  text: bilingual,
  clause: z.string(),
  severity: z.enum(severities),
  producerKinds: z.array(z.string()).optional(),
  onlyWhen: z.object({ item: z.string(), answer: z.enum(answers) }).optional(),
});

export const checklistsSchema = z
  .object({
    items: z.array(
      z.object({
        checklist: z.string(),
        version: z.number().int(),
        title: bilingual,
        source: z.string(),
        items: z.array(itemSchema),
      }),
    ),
    nextCursor: z.null(),
  })
  .meta({ id: 'Checklists' });

export const inspectionSchema = z
  .object({
    id: recordId,
    divisionCode,
    producerId: recordId,
    producerName: z.string(),
    kind: z.enum(inspectionKinds),
    planId: recordId.optional(),
    checklist: z.string(),
    checklistVersion: z.number().int(),
    inspectors: z.array(z.string()),
    state: z.enum(inspectionStates),
    submission: submissionSchema.optional(),
    findings: z.array(
      z.object({
        item: z.string(),
        severity: z.enum(severities),
        text: bilingual,
        clause: z.string(),
        note: z.string().optional(),
      }),
    ),
    conflicts: z
      .array(
        z.object({
          ...submissionFields,
          id: z.string(),
          by: z.string(),
          at: instant,
          decided: z
            .object({ keep: z.enum(['stored', 'submitted']), by: z.string(), at: instant, reason: z.string() })
            .optional(),
        }),
      )
      .meta({ description: 'Other submissions of the same inspection: none is lost, a person decides which holds' }),
    order: z.object({ text: z.string(), due: instant, by: z.string(), at: instant }).optional(),
    answer: z.object({ text: z.string(), by: z.string(), at: instant }).optional(),
    createdAt: instant,
    createdBy: z.string(),
    history: z.array(z.object({ verb: z.string(), by: z.string(), at: instant, note: z.string().optional() })),
    ...verbs,
  })
  .meta({ id: 'Inspection', description: '监督检查' });
