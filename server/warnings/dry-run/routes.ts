import { pageOf, pageQuery } from '../../database/page.ts';
import { byId } from '../../http/fields.ts';
import { type Route, route } from '../../http/route.ts';
import { cancelDryRunBody, dryRunBody, dryRunSchema } from './schema.ts';
import type { DryRuns } from './service.ts';

const tag = 'warnings';
const path = '/api/v1/warning-dry-runs';

export function dryRunRoutes(dryRuns: DryRuns): Route[] {
  return [
    route({
      method: 'get',
      path,
      tag,
      summary: 'Dry runs of rules in your division, newest first',
      access: 'warning-dry-runs:read',
      query: pageQuery,
      answer: pageOf(dryRunSchema),
      handle: ({ caller, query }) => dryRuns.listDryRuns(caller, query),
    }),
    route({
      method: 'post',
      path,
      tag,
      summary: 'Find out what a rule would have done with stored readings: warnings, flapping, true cases missed',
      access: 'warning-dry-runs:create',
      status: 202,
      body: dryRunBody,
      answer: dryRunSchema,
      async handle({ caller, body }, response) {
        const run = await dryRuns.startDryRun(caller, body);
        response.location(`${path}/${run.id}`);
        return run;
      },
    }),
    route({
      method: 'get',
      path: `${path}/{id}`,
      tag,
      summary: 'How far a dry run has come, and what it found',
      access: 'warning-dry-runs:read',
      params: byId,
      answer: dryRunSchema,
      handle: ({ caller, params }) => dryRuns.getDryRun(caller, params.id),
    }),
    route({
      method: 'post',
      path: `${path}/{id}/cancel`,
      tag,
      summary: 'Cancel a dry run; what it has found so far stays',
      access: 'warning-dry-runs:cancel',
      params: byId,
      body: cancelDryRunBody,
      answer: dryRunSchema,
      handle: ({ caller, params }) => dryRuns.cancelDryRun(caller, params.id),
    }),
  ];
}
