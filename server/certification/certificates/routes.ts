import type { Response } from 'express';
import { pageOf } from '../../database/page.ts';
import { byId } from '../../http/fields.ts';
import { type Route, route } from '../../http/route.ts';
import { listProposalsQuery, proposalSchema } from './proposals/schema.ts';
import { certificateSchema, listCertificatesQuery, reasonBody, recordCertificateBody, visitBody } from './schema.ts';
import type { CertificatesService } from './service.ts';

const tag = 'certification';
const path = '/api/v1/certificates';
const proposalsPath = '/api/v1/certificate-proposals';

export function certificateRoutes(certificates: CertificatesService): Route[] {
  return [
    route({
      method: 'get',
      path,
      tag,
      summary: 'Certificates of green food, organic, geographical indication and GAP, newest first',
      access: 'certificates:read',
      query: listCertificatesQuery,
      answer: pageOf(certificateSchema),
      handle: ({ caller, query }) => certificates.list(caller, query),
    }),
    route({
      method: 'post',
      path,
      tag,
      summary: 'Record a certificate from elsewhere: an organic one, or a geographical indication of former years',
      access: 'certificates:create',
      status: 201,
      body: recordCertificateBody,
      answer: certificateSchema,
      handle: ({ caller, body }) => certificates.record(caller, body),
    }),
    route({
      method: 'get',
      path: `${path}/{id}`,
      tag,
      summary: 'One certificate: how it stands today, its visits and its history',
      access: 'certificates:read',
      params: byId,
      answer: certificateSchema,
      handle: ({ caller, params }) => certificates.get(caller, params.id),
    }),
    route({
      method: 'get',
      path: `${path}/{id}/certificate.pdf`,
      tag,
      summary: 'The certificate as a paper, with the QR code of its public page',
      access: 'certificates:read',
      params: byId,
      produces: ['application/pdf'],
      async handle({ caller, params }, response) {
        const { number, pdf } = await certificates.paper(caller, params.id);
        sendPdf(response, number, pdf);
      },
    }),
    route({
      method: 'post',
      path: `${path}/{id}/propose-suspension`,
      tag,
      summary: 'Propose that a certificate be suspended; another person decides',
      access: 'certificates:propose',
      params: byId,
      body: reasonBody,
      answer: certificateSchema,
      handle: ({ caller, params, body }) => certificates.propose(caller, params.id, 'suspend', body.reason),
    }),
    route({
      method: 'post',
      path: `${path}/{id}/propose-withdrawal`,
      tag,
      summary: 'Propose that a certificate be withdrawn; another person decides',
      access: 'certificates:propose',
      params: byId,
      body: reasonBody,
      answer: certificateSchema,
      handle: ({ caller, params, body }) => certificates.propose(caller, params.id, 'withdraw', body.reason),
    }),
    route({
      method: 'post',
      path: `${path}/{id}/restore`,
      tag,
      summary: 'A suspended certificate holds again, with the reason',
      access: 'certificates:restore',
      params: byId,
      body: reasonBody,
      answer: certificateSchema,
      handle: ({ caller, params, body }) => certificates.restore(caller, params.id, body.reason),
    }),
    route({
      method: 'post',
      path: `${path}/{id}/record-visit`,
      tag,
      summary: 'Record a surveillance visit; the next one is due by the interval of the scheme',
      access: 'certificates:record-visit',
      params: byId,
      body: visitBody,
      answer: certificateSchema,
      handle: ({ caller, params, body }) => certificates.recordVisit(caller, params.id, body),
    }),
    route({
      method: 'get',
      path: proposalsPath,
      tag,
      summary: 'Proposals to suspend or withdraw certificates, each with its cause, newest first',
      access: 'certificate-proposals:read',
      query: listProposalsQuery,
      answer: pageOf(proposalSchema),
      handle: ({ caller, query }) => certificates.listProposals(caller, query),
    }),
    route({
      method: 'get',
      path: `${proposalsPath}/{id}`,
      tag,
      summary: 'One proposal',
      access: 'certificate-proposals:read',
      params: byId,
      answer: proposalSchema,
      handle: ({ caller, params }) => certificates.getProposal(caller, params.id),
    }),
    ...(['accept', 'dismiss'] as const).map((verb) =>
      route({
        method: 'post',
        path: `${proposalsPath}/{id}/${verb}`,
        tag,
        summary:
          verb === 'accept'
            ? 'Accept a proposal: the certificate is suspended or withdrawn at once'
            : 'Dismiss a proposal: the certificate stays as it is',
        access: 'certificate-proposals:decide',
        params: byId,
        body: reasonBody,
        answer: proposalSchema,
        handle: ({ caller, params, body }) => certificates.decideProposal(caller, params.id, verb, body.reason),
      }),
    ),
  ];
}

function sendPdf(response: Response, name: string, pdf: Buffer): void {
  response
    .set({ 'Content-Disposition': `inline; filename="${name}.pdf"`, 'Cache-Control': 'no-store' })
    .type('application/pdf')
    .send(pdf);
}
