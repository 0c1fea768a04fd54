import { pageOf } from '../../database/page.ts';
import { byId } from '../../http/fields.ts';
import { type Route, route } from '../../http/route.ts';
import { createPlanBody, drawBody, drawCheckSchema, listPlansQuery, planSchema } from './schema.ts';
import type { Plans } from './service.ts';

const tag = 'supervision';
const path = '/api/v1/inspection-plans';

export function planRoutes(plans: Plans): Route[] {
  return [
    route({
      method: 'get',
      path,
      tag,
      summary: 'Plans of inspections 检查计划, newest first, each with how far it is done',
      access: 'inspection-plans:read',
      query: listPlansQuery,
      answer: pageOf(planSchema),
      handle: ({ caller, query }) => plans.listPlans(caller, query),
    }),
    route({
      method: 'post',
      path,
      tag,
      summary: 'Plan a year or a quarter: how many producers are drawn, and who may be drawn to inspect them',
      access: 'inspection-plans:create',
      status: 201,
      body: createPlanBody,
      answer: planSchema,
      handle: ({ caller, body }) => plans.createPlan(caller, body),
    }),
    route({
      method: 'get',
      path: `${path}/{id}`,
      tag,
      summary: 'One plan, with its draw and how far it is done',
      access: 'inspection-plans:read',
      params: byId,
      answer: planSchema,
      handle: ({ caller, params }) => plans.getPlan(caller, params.id),
    }),
    route({
      method: 'post',
      path: `${path}/{id}/draw`,
      tag,
      summary: 'Draw producers by weight and inspectors at random 双随机, once; plans an inspection for each',
      access: 'inspection-plans:draw',
      params: byId,
      body: drawBody,
      answer: planSchema,
      handle: ({ caller, params, body }) => plans.drawPlan(caller, params.id, body),
    }),
    route({
      method: 'get',
      path: `${path}/{id}/draw-check`,
      tag,
      summary: 'Verify the draw: computed anew from its published seed and its recorded candidates',
      access: 'inspection-plans:read',
      params: byId,
      answer: drawCheckSchema,
      handle: ({ caller, params }) => plans.verifyDraw(caller, params.id),
    }),
  ];
}
