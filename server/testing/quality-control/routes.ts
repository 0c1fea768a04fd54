import { z } from 'zod';
import { pageOf } from '../../database/page.ts';
import { byId } from '../../http/fields.ts';
import { type Route, route } from '../../http/route.ts';
import { reasonBody } from '../schema.ts';
import type { TestingService } from '../service.ts';
import { defaultCriteria } from './default-criteria.ts';
import {
  chartQuery,
  chartSchema,
  controlBody,
  controlSchema,
  correctBody,
  criterionBody,
  criterionSchema,
  defaultCriterionSchema,
  listControlsQuery,
  listCriteriaQuery,
  listRunsQuery,
  runBody,
  runSchema,
} from './schema.ts';

export function qualityControlRoutes(testing: TestingService): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/control-criteria',
      tag: 'testing',
      summary: 'What laboratories hold their quality control samples to, every version, newest first',
      access: 'control-criteria:read',
      query: listCriteriaQuery,
      answer: pageOf(criterionSchema),
      handle: ({ caller, query }) => testing.listControlCriteria(caller, query),
    }),
    route({
      method: 'post',
      path: '/api/v1/control-criteria',
      tag: 'testing',
      summary:
        'Set the mean and deviation of a control material, or the limits of recovery, difference or blank of a method; those before stay on record',
      access: 'control-criteria:create',
      status: 201,
      body: criterionBody,
      answer: criterionSchema,
      handle: ({ caller, body }) => testing.setControlCriterion(caller, body),
    }),
    route({
      method: 'get',
      path: '/api/v1/control-criteria/defaults',
      tag: 'testing',
      summary: 'What controls are held against where a laboratory has set nothing of its own, each with its source',
      access: 'control-criteria:read',
      answer: z
        .object({ items: z.array(defaultCriterionSchema), nextCursor: z.null() })
        .meta({ id: 'DefaultCriterionPage' }),
      handle: async () => ({ items: [...defaultCriteria], nextCursor: null }),
    }),
    route({
      method: 'get',
      path: '/api/v1/control-criteria/{id}/chart',
      tag: 'testing',
      summary: 'Control chart 质控图: the controls held against this criterion with the Westgard rules they broke',
      access: 'controls:read',
      params: byId,
      query: chartQuery,
      answer: chartSchema,
      handle: ({ caller, params, query }) => testing.controlChart(caller, params.id, query),
    }),
    route({
      method: 'get',
      path: '/api/v1/controls',
      tag: 'testing',
      summary: 'Quality control samples 质控样 of all runs, newest first',
      access: 'controls:read',
      query: listControlsQuery,
      answer: pageOf(controlSchema),
      handle: ({ caller, query }) => testing.listControls(caller, query),
    }),
    route({
      method: 'get',
      path: '/api/v1/test-runs',
      tag: 'testing',
      summary: 'Runs 检测批, newest first',
      access: 'test-runs:read',
      query: listRunsQuery,
      answer: pageOf(runSchema),
      handle: ({ caller, query }) => testing.listTestRuns(caller, query),
    }),
    route({
      method: 'post',
      path: '/api/v1/test-runs',
      tag: 'testing',
      summary: 'Start a run: results entered with its id wait for its release',
      description: `1. \`POST /api/v1/control-criteria\` says what controls of the method are held to (once, and anew when it changes);
2. the run is started; 3. \`POST …/{id}/controls\` enters each control, which is judged at once; 4. results of samples are entered with \`run\`;
5. a reviewer who did not start it takes \`release\`. A failed control stops the run: somebody else than who entered it takes \`correct\`, a good control of the same kind follows; or the run is given up by \`reject\`.
What a failed control reaches back to is in \`GET /api/v1/nonconformities\`.`,
      access: 'test-runs:create',
      status: 201,
      body: runBody,
      answer: runSchema,
      handle: ({ caller, body }) => testing.startTestRun(caller, body),
    }),
    route({
      method: 'get',
      path: '/api/v1/test-runs/{id}',
      tag: 'testing',
      summary: 'One run, and which controls are not good yet',
      access: 'test-runs:read',
      params: byId,
      answer: runSchema,
      handle: ({ caller, params }) => testing.getTestRun(caller, params.id),
    }),
    route({
      method: 'post',
      path: '/api/v1/test-runs/{id}/controls',
      tag: 'testing',
      summary: 'Enter a blank, duplicate, spike or control material; judged at once, and one that fails stops the run',
      access: 'controls:create',
      status: 201,
      params: byId,
      body: controlBody,
      answer: controlSchema,
      handle: ({ caller, params, body }) => testing.enterControl(caller, params.id, body),
    }),
    route({
      method: 'post',
      path: '/api/v1/test-runs/{id}/correct',
      tag: 'testing',
      summary: 'Corrective action 纠正措施 after a control failed, by somebody else than who entered it',
      access: 'test-runs:correct',
      params: byId,
      body: correctBody,
      answer: runSchema,
      handle: ({ caller, params, body }) => testing.correctTestRun(caller, params.id, body),
    }),
    route({
      method: 'post',
      path: '/api/v1/test-runs/{id}/release',
      tag: 'testing',
      summary: 'Release the run: its controls are good, and its results may be verified',
      access: 'test-runs:release',
      params: byId,
      answer: runSchema,
      handle: ({ caller, params }) => testing.releaseTestRun(caller, params.id),
    }),
    route({
      method: 'post',
      path: '/api/v1/test-runs/{id}/reject',
      tag: 'testing',
      summary: 'Give the run up: its results can never be verified, and have to be retracted',
      access: 'test-runs:reject',
      params: byId,
      body: reasonBody,
      answer: runSchema,
      handle: ({ caller, params, body }) => testing.rejectTestRun(caller, params.id, body),
    }),
  ];
}
