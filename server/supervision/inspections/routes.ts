import { pageOf } from '../../database/page.ts';
import { byId } from '../../http/fields.ts';
import { type Route, route } from '../../http/route.ts';
import { stepsOf } from '../../http/step-route.ts';
import { checklists } from '../checklists.ts';
import {
  answerBody,
  beginBody,
  checklistsSchema,
  closeBody,
  createInspectionBody,
  decideConflictBody,
  failBody,
  inspectionSchema,
  listInspectionsQuery,
  orderBody,
  passBody,
  submitBody,
} from './schema.ts';
import type { Inspections } from './service.ts';

const tag = 'supervision';
const path = '/api/v1/inspections';
const step = stepsOf({ path, tag, answer: inspectionSchema });

export function inspectionRoutes(inspections: Inspections): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/checklists',
      tag,
      summary: 'Checklists of inspections, all versions: each item with its clause, its severity and whom it is asked',
      access: 'inspections:read',
      answer: checklistsSchema,
      handle: async () => ({ items: structuredClone(checklists) as never, nextCursor: null }),
    }),
    route({
      method: 'get',
      path,
      tag,
      summary: 'Inspections 监督检查, newest first',
      access: 'inspections:read',
      query: listInspectionsQuery,
      answer: pageOf(inspectionSchema),
      handle: ({ caller, query }) => inspections.listInspections(caller, query),
    }),
    route({
      method: 'post',
      path,
      tag,
      summary: 'Plan or begin an inspection; with an id of the device, sending it again creates no second one',
      access: 'inspections:create',
      status: 201,
      body: createInspectionBody,
      answer: inspectionSchema,
      handle: ({ caller, body }) => inspections.createInspection(caller, body),
    }),
    route({
      method: 'get',
      path: `${path}/{id}`,
      tag,
      summary: 'One inspection, with what was found, ordered and answered, and what may be done next',
      access: 'inspections:read',
      params: byId,
      answer: inspectionSchema,
      handle: ({ caller, params }) => inspections.getInspection(caller, params.id),
    }),
    step('begin', 'The inspectors are on the spot', 'inspections:conduct', beginBody, inspections.beginInspection),
    step(
      'submit',
      'Hand in the answers; the same again changes nothing, others are kept as a conflict (409)',
      'inspections:conduct',
      submitBody,
      inspections.submitInspection,
    ),
    step(
      'decide-conflict',
      'Decide which of two submissions holds; the other stays on record',
      'inspections:order',
      decideConflictBody,
      inspections.decideConflict,
    ),
    step(
      'order-rectification',
      'Order what was found to be put right by a day 责令限期改正',
      'inspections:order',
      orderBody,
      inspections.orderRectification,
    ),
    step(
      'answer',
      'The producer says what was put right',
      'inspections:answer',
      answerBody,
      inspections.answerRectification,
    ),
    step(
      'pass-recheck',
      'The re-check finds it put right: the inspection is closed',
      'inspections:order',
      passBody,
      inspections.passRecheck,
    ),
    step(
      'fail-recheck',
      'The re-check finds it not put right: another day is set',
      'inspections:order',
      failBody,
      inspections.failRecheck,
    ),
    step(
      'close',
      'Close an inspection that found nothing major',
      'inspections:order',
      closeBody,
      inspections.closeInspection,
    ),
  ];
}
