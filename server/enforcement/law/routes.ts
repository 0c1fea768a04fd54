import { pageOf } from '../../database/page.ts';
import { type Route, route } from '../../http/route.ts';
import {
  actSchema,
  byCode,
  fineRangeBody,
  fineRangeSchema,
  lawRowSchema,
  listLawQuery,
  supersedeBody,
} from './schema.ts';
import type { PenaltyLaw } from './service.ts';

const tag = 'enforcement';

export function penaltyLawRoutes(law: PenaltyLaw['published']): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/penalty-law',
      tag,
      summary:
        'The law on penalties: articles with their fines, figures of procedure, the table of discretion; all versions',
      access: 'penalty-law:read',
      query: listLawQuery,
      answer: pageOf(lawRowSchema),
      handle: ({ query }) => law.listLaw(query),
    }),
    route({
      method: 'post',
      path: '/api/v1/penalty-law',
      tag,
      summary: 'Enter a new version of a row, or a new row; what stood before is kept and still holds for its own days',
      access: 'penalty-law:supersede',
      status: 201,
      body: supersedeBody,
      answer: lawRowSchema,
      handle: ({ caller, body }) => law.supersede(caller, body),
    }),
    route({
      method: 'get',
      path: '/api/v1/penalty-law/{code}',
      tag,
      summary: 'All versions of one row',
      access: 'penalty-law:read',
      params: byCode,
      answer: pageOf(lawRowSchema),
      handle: ({ params }) => law.versionsOf(params.code),
    }),
    route({
      method: 'get',
      path: '/api/v1/penalized-acts',
      tag,
      summary: 'The acts that can be punished, and which of them point to a crime',
      access: 'penalty-law:read',
      answer: pageOf(actSchema),
      handle: () => law.listActs(),
    }),
    route({
      method: 'post',
      path: '/api/v1/penalty-law/fine-range',
      tag,
      summary:
        'What an act may cost a party: the range that binds with its clause, the guide of discretion, and whether a fine is lawful. Stores nothing',
      access: 'penalty-law:read',
      body: fineRangeBody,
      answer: fineRangeSchema,
      handle: ({ body }) => law.fineRange(body),
    }),
  ];
}
