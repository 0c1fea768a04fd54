import { pageOf } from '../../database/page.ts';
import { byId } from '../../http/fields.ts';
import { type Route, route } from '../../http/route.ts';
import { caseDocumentSchema, createDocumentBody, listDocumentsQuery, templateSchema } from './schema.ts';
import type { CaseDocuments } from './service.ts';

const tag = 'enforcement';

export function caseDocumentRoutes(documents: CaseDocuments): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/case-document-templates',
      tag,
      summary: 'The papers of cases: which are filled in by hand with which fields, which follow from a step',
      access: 'case-documents:read',
      answer: pageOf(templateSchema),
      handle: () => documents.listTemplates(),
    }),
    route({
      method: 'get',
      path: '/api/v1/case-documents',
      tag,
      summary: 'Papers of cases, newest first',
      access: 'case-documents:read',
      query: listDocumentsQuery,
      answer: pageOf(caseDocumentSchema),
      handle: ({ caller, query }) => documents.listDocuments(caller, query),
    }),
    route({
      method: 'post',
      path: '/api/v1/case-documents',
      tag,
      summary:
        'Write a record or notice of a case by hand (询问笔录, 现场检查笔录 …); it gets the next number of its word',
      access: 'case-documents:create',
      status: 201,
      body: createDocumentBody,
      answer: caseDocumentSchema,
      handle: ({ caller, body }) => documents.createDocument(caller, body),
    }),
    route({
      method: 'get',
      path: '/api/v1/case-documents/{id}',
      tag,
      summary: 'One paper: its number, and who issued it when',
      access: 'case-documents:read',
      params: byId,
      answer: caseDocumentSchema,
      handle: ({ caller, params }) => documents.getDocument(caller, params.id),
    }),
    route({
      method: 'get',
      path: '/api/v1/case-documents/{id}/document.pdf',
      tag,
      summary: 'The paper as PDF; it names the party in the clear, so who printed it is in the audit log',
      access: 'case-documents:read',
      params: byId,
      produces: ['application/pdf'],
      async handle({ caller, params }, response) {
        const { number, pdf } = await documents.documentPdf(caller, params.id);
        response
          .set({
            'Content-Disposition': `inline; filename*=UTF-8''${encodeURIComponent(number)}.pdf`,
            'Cache-Control': 'no-store',
          })
          .type('application/pdf')
          .send(pdf);
      },
    }),
  ];
}
