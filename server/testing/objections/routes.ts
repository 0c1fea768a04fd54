import { z } from 'zod';
import { pageOf } from '../../database/page.ts';
import { byId } from '../../http/fields.ts';
import { type Route, route } from '../../http/route.ts';
import { stepsOf } from '../../http/step-route.ts';
import { reasonBody } from '../schema.ts';
import type { TestingService } from '../service.ts';
import {
  appointBody,
  decideBody,
  listObjectionsQuery,
  objectionSchema,
  raiseBody,
  retestSampleBody,
} from './schema.ts';

const step = stepsOf({ path: '/api/v1/objections', tag: 'testing', answer: objectionSchema });

export function objectionRoutes(testing: TestingService): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/objections',
      tag: 'testing',
      summary: 'Objections to results 异议, newest first, each with its terms',
      access: 'objections:read',
      query: listObjectionsQuery,
      answer: pageOf(objectionSchema),
      handle: ({ caller, query }) => testing.listObjections(caller, query),
    }),
    route({
      method: 'post',
      path: '/api/v1/objections',
      tag: 'testing',
      summary: 'Object to the result of a supervised check (5 working days) or of a rapid test (4 hours)',
      description:
        'The department answers it (`accept` or `refuse`) and names another laboratory and its method (`appoint`); that one takes the retained portion in (`receive-sample`: 7 working days for its report begin) and tells the outcome (`decide`). `term` and `reportTerm` have each deadline with its clause.',
      access: 'objections:create',
      status: 201,
      body: raiseBody,
      answer: objectionSchema,
      handle: ({ caller, body }) => testing.raiseObjection(caller, body),
    }),
    route({
      method: 'get',
      path: '/api/v1/objections/{id}',
      tag: 'testing',
      summary: 'One objection, with its terms and what may be done next',
      access: 'objections:read',
      params: byId,
      answer: objectionSchema,
      handle: ({ caller, params }) => testing.getObjection(caller, params.id),
    }),
    step(
      'accept',
      'The department takes the objection up',
      'objections:decide',
      z.strictObject({}),
      testing.acceptObjection,
    ),
    step('refuse', 'The department refuses the objection', 'objections:decide', reasonBody, testing.refuseObjection),
    step(
      'appoint',
      'Another laboratory is to test again, by this method',
      'objections:decide',
      appointBody,
      testing.appointRetest,
    ),
    step(
      'receive-sample',
      'The other laboratory has the retained portion: 7 working days for its report begin',
      'objections:retest',
      retestSampleBody,
      testing.receiveRetestSample,
    ),
    step('decide', 'The report of the re-test is there', 'objections:retest', decideBody, testing.decideObjection),
    step('withdraw', 'Whoever objected takes it back', 'objections:create', reasonBody, testing.withdrawObjection),
  ];
}
