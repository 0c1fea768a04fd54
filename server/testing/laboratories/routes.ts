import { pageOf } from '../../database/page.ts';
import { type Route, route } from '../../http/route.ts';
import type { TestingService } from '../service.ts';
import { laboratorySchema, listLaboratoriesQuery, registerLaboratoryBody } from './schema.ts';

export function laboratoryRoutes(testing: TestingService): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/laboratories',
      tag: 'testing',
      summary: 'Laboratories 检测机构 with address and certificates, every registration, newest first',
      access: 'laboratories:read',
      query: listLaboratoriesQuery,
      answer: pageOf(laboratorySchema),
      handle: ({ caller, query }) => testing.listLaboratories(caller, query),
    }),
    route({
      method: 'post',
      path: '/api/v1/laboratories',
      tag: 'testing',
      summary: 'Register a laboratory, or what is new of it: the reports that it issues from now on print it',
      access: 'laboratories:create',
      status: 201,
      body: registerLaboratoryBody,
      answer: laboratorySchema,
      handle: ({ caller, body }) => testing.registerLaboratory(caller, body),
    }),
  ];
}
