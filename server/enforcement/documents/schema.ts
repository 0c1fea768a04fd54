import { z } from 'zod';
import { pageQuery } from '../../database/page.ts';
import { bilingual, instant, recordId } from '../../http/fields.ts';

const code = z.string().regex(/^[a-z]+(-[a-z]+){0,4}$/, 'must be the code of a template');

export const createDocumentBody = z.strictObject({
  caseId: recordId,
  template: code.meta({ description: 'One of `GET /api/v1/case-document-templates` that is filled in by hand' }),
  fields: z
    .record(z.string().max(40), z.string().trim().min(1).max(20_000))
    .meta({ description: "By the template's field codes" }),
});

export const listDocumentsQuery = pageQuery.extend({ case: recordId.optional(), template: code.optional() });

export const caseDocumentSchema = z
  .object({
    id: recordId,
    caseId: recordId,
    template: z.string(),
    templateVersion: z.int(),
    title: bilingual,
    number: z.string(),
    issuedBy: z.string(),
    issuedAt: instant,
  })
  .meta({ id: 'CaseDocument', description: 'A paper of a case; what it says is in its PDF alone' });

export const templateSchema = z
  .object({
    code: z.string(),
    version: z.int(),
    title: bilingual,
    word: z.string().meta({ description: '文号: numbers of one word run in one sequence per authority and year' }),
    manual: z.boolean().meta({ description: 'Filled in by hand; the others are written by the steps of a case' }),
    writer: z
      .enum(['presider'])
      .optional()
      .meta({ description: "Absent: filled in by the case's own officers; the presider of a hearing is none of them" }),
    fields: z.array(z.object({ code: z.string(), title: bilingual, required: z.boolean() })),
  })
  .meta({ id: 'CaseDocumentTemplate' });
