import { pageOf } from '../../database/page.ts';
import { byId } from '../../http/fields.ts';
import { type Route, route } from '../../http/route.ts';
import { stepsOf } from '../../http/step-route.ts';
import type { TestingService } from '../service.ts';
import {
  assessBody,
  closeBody,
  confirmBody,
  listNonconformitiesQuery,
  nonconformitySchema,
  nonconformitySummarySchema,
  setAsideBody,
} from './schema.ts';

const step = stepsOf({ path: '/api/v1/nonconformities', tag: 'testing', answer: nonconformitySchema });

export function nonconformityRoutes(testing: TestingService): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/nonconformities',
      tag: 'testing',
      summary: 'Nonconforming work 不符合工作: what failed controls and calibrations reach back to, newest first',
      access: 'nonconformities:read',
      query: listNonconformitiesQuery,
      answer: pageOf(nonconformitySummarySchema),
      handle: ({ caller, query }) => testing.listNonconformities(caller, query),
    }),
    route({
      method: 'get',
      path: '/api/v1/nonconformities/{id}',
      tag: 'testing',
      summary: 'One, with each result in doubt as it stands now, the reports and the batches',
      access: 'nonconformities:read',
      params: byId,
      answer: nonconformitySchema,
      handle: ({ caller, params }) => testing.getNonconformity(caller, params.id),
    }),
    step('confirm', 'These results stand all the same', 'nonconformities:assess', confirmBody, testing.confirmDoubted),
    step(
      'set-aside',
      'These rapid tests count no more; whether their batches are held or let go, a person decides',
      'nonconformities:assess',
      setAsideBody,
      testing.setAsideDoubted,
    ),
    step(
      'assess',
      'What it means, and what is done about it',
      'nonconformities:assess',
      assessBody,
      testing.assessNonconformity,
    ),
    step(
      'close',
      'Every result in doubt is settled: another person lets work go on',
      'nonconformities:close',
      closeBody,
      testing.closeNonconformity,
    ),
  ];
}
