import { pageOf } from '../../database/page.ts';
import { byId } from '../../http/fields.ts';
import { type Route, route } from '../../http/route.ts';
import {
  certificateSchema,
  conflictBody,
  createCertificateBody,
  listCertificatesQuery,
  revokeCertificateBody,
} from './schema.ts';
import type { OfficerRegister } from './service.ts';

const tag = 'enforcement';

export function officerRoutes(officers: OfficerRegister['published']): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/officer-certificates',
      tag,
      summary: 'Enforcement certificates 执法证 of the division, newest first',
      access: 'officer-certificates:read',
      query: listCertificatesQuery,
      answer: pageOf(certificateSchema),
      handle: ({ caller, query }) => officers.listCertificates(caller, query),
    }),
    route({
      method: 'post',
      path: '/api/v1/officer-certificates',
      tag,
      summary: "Enter an officer's certificate; without one nobody investigates a case",
      access: 'officer-certificates:create',
      status: 201,
      body: createCertificateBody,
      answer: certificateSchema,
      handle: ({ caller, body }) => officers.createCertificate(caller, body),
    }),
    route({
      method: 'get',
      path: '/api/v1/officer-certificates/{id}',
      tag,
      summary: 'One certificate, with the conflicts of interest that were declared',
      access: 'officer-certificates:read',
      params: byId,
      answer: certificateSchema,
      handle: ({ caller, params }) => officers.getCertificate(caller, params.id),
    }),
    route({
      method: 'post',
      path: '/api/v1/officer-certificates/{id}/declare-conflict',
      tag,
      summary: 'Declare a conflict of interest 回避: the officer takes no case against this producer',
      access: 'officer-certificates:declare-conflict',
      params: byId,
      body: conflictBody,
      answer: certificateSchema,
      handle: ({ caller, params, body }) => officers.declareConflict(caller, params.id, body),
    }),
    route({
      method: 'post',
      path: '/api/v1/officer-certificates/{id}/revoke',
      tag,
      summary: 'Revoke a certificate, with the reason',
      access: 'officer-certificates:revoke',
      params: byId,
      body: revokeCertificateBody,
      answer: certificateSchema,
      handle: ({ caller, params, body }) => officers.revokeCertificate(caller, params.id, body.reason),
    }),
  ];
}
