import type { Response } from 'express';
import { pageOf } from '../../database/page.ts';
import { byId } from '../../http/fields.ts';
import { type Route, route } from '../../http/route.ts';
import { figuresRoutes } from './figures/routes.ts';
import {
  conformitySchema,
  endBody,
  issueBody,
  issueManyBody,
  issueManySchema,
  listConformityQuery,
  printBody,
  readinessQuery,
  readinessSchema,
} from './schema.ts';
import type { ConformityService } from './service.ts';

const tag = 'certification';
const path = '/api/v1/conformity-certificates';

export function conformityRoutes(conformity: ConformityService): Route[] {
  return [
    ...figuresRoutes(conformity),
    route({
      method: 'get',
      path,
      tag,
      summary: 'Conformity certificates 承诺达标合格证, newest first',
      access: 'conformity-certificates:read',
      query: listConformityQuery,
      answer: pageOf(conformitySchema),
      handle: ({ caller, query }) => conformity.list(caller, query),
    }),
    route({
      method: 'post',
      path,
      tag,
      summary:
        'Issue a certificate for a batch; refused (409) with every reason and its code while one stands against it',
      access: 'conformity-certificates:create',
      status: 201,
      body: issueBody,
      answer: conformitySchema,
      handle: ({ caller, body }) => conformity.issue(caller, body),
    }),
    route({
      method: 'post',
      path: `${path}/batch-wise`,
      tag,
      summary: 'Issue certificates for many batches, with a report row by row: one that is refused keeps none back',
      access: 'conformity-certificates:create',
      body: issueManyBody,
      answer: issueManySchema,
      handle: ({ caller, body }) => conformity.issueMany(caller, body),
    }),
    route({
      method: 'get',
      path: `${path}/readiness`,
      tag,
      summary: 'Whether a certificate could be issued for a batch now, on which bases, for how much, and why not',
      access: 'conformity-certificates:create',
      query: readinessQuery,
      answer: readinessSchema,
      handle: ({ caller, query }) => conformity.readiness(caller, query),
    }),
    route({
      method: 'post',
      path: `${path}/print`,
      tag,
      summary: 'Labels to print: 60 × 40 mm, 70 × 50 mm, or A4 sheets; as PDF with the QR code in whole modules',
      access: 'conformity-certificates:print',
      body: printBody,
      produces: ['application/pdf'],
      async handle({ caller, body }, response) {
        sendPdf(response, `labels-${body.layout}`, await conformity.labels(caller, body));
      },
    }),
    route({
      method: 'get',
      path: `${path}/{id}/certificate.pdf`,
      tag,
      summary: 'The certificate as a paper of A4 in both languages, contacts masked',
      access: 'conformity-certificates:read',
      params: byId,
      produces: ['application/pdf'],
      async handle({ caller, params }, response) {
        const { number, pdf } = await conformity.paper(caller, params.id);
        sendPdf(response, number, pdf);
      },
    }),
    route({
      method: 'get',
      path: `${path}/{id}`,
      tag,
      summary: 'One certificate with its texts as they were on the day of issue',
      access: 'conformity-certificates:read',
      params: byId,
      answer: conformitySchema,
      handle: ({ caller, params }) => conformity.get(caller, params.id),
    }),
    route({
      method: 'post',
      path: `${path}/{id}/void`,
      tag,
      summary: 'Whoever promised declares the certificate void, such as for a wrong quantity; it stays on record',
      access: 'conformity-certificates:void',
      params: byId,
      body: endBody,
      answer: conformitySchema,
      handle: ({ caller, params, body }) => conformity.end(caller, params.id, 'void', body.reason),
    }),
    route({
      method: 'post',
      path: `${path}/{id}/withdraw`,
      tag,
      summary: 'The department withdraws a certificate that should not have been issued; it stays on record',
      access: 'conformity-certificates:withdraw',
      params: byId,
      body: endBody,
      answer: conformitySchema,
      handle: ({ caller, params, body }) => conformity.end(caller, params.id, 'withdraw', body.reason),
    }),
  ];
}

function sendPdf(response: Response, name: string, pdf: Buffer): void {
  response
    .set({ 'Content-Disposition': `inline; filename="${name}.pdf"`, 'Cache-Control': 'no-store' })
    .type('application/pdf')
    .send(pdf);
}
