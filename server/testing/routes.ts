import type { z } from 'zod';
import { pageOf } from '../database/page.ts';
import { byId } from '../http/fields.ts';
import { type Route, route } from '../http/route.ts';
import type { Caller } from '../identity/caller.ts';
import type { Permission } from '../identity/permissions.ts';
import { authorizationRoutes } from './authorizations/routes.ts';
import { instrumentRoutes } from './instruments/routes.ts';
import { laboratoryRoutes } from './laboratories/routes.ts';
import { nonconformityRoutes } from './nonconformities/routes.ts';
import { numberBlockRoutes } from './number-blocks/routes.ts';
import { objectionRoutes } from './objections/routes.ts';
import { qualityControlRoutes } from './quality-control/routes.ts';
import { rapidTestRoutes } from './rapid-tests/routes.ts';
import { testReportRoutes } from './reports/routes.ts';
import { addResultBody, resultSchema } from './result-schema.ts';
import {
  assignBody,
  createSampleBody,
  handOverBody,
  listSamplesQuery,
  reasonBody,
  receiveBody,
  resultActBody,
  sampleSchema,
  splitBody,
  takeBody,
  testActBody,
} from './schema.ts';
import type { TestingService } from './service.ts';
import { turnaroundRoutes } from './turnaround/routes.ts';
import { verdictCheckRoutes } from './verdict-checks/routes.ts';
import { workRoutes } from './work-routes.ts';

export function testingRoutes(testing: TestingService): Route[] {
  return [
    ...authorizationRoutes(testing),
    ...instrumentRoutes(testing),
    ...laboratoryRoutes(testing),
    ...numberBlockRoutes(testing),
    ...objectionRoutes(testing),
    ...rapidTestRoutes(testing),
    ...turnaroundRoutes(testing),
    ...nonconformityRoutes(testing),
    ...qualityControlRoutes(testing),
    ...workRoutes(testing),
    ...testReportRoutes(testing),
    ...verdictCheckRoutes(testing),
    route({
      method: 'get',
      path: '/api/v1/samples',
      tag: 'testing',
      summary: 'Samples, newest first',
      access: 'samples:read',
      query: listSamplesQuery,
      answer: pageOf(sampleSchema),
      handle: ({ caller, query }) => testing.listSamples(caller, query),
    }),
    route({
      method: 'post',
      path: '/api/v1/samples',
      tag: 'testing',
      summary: 'Draw a sample of a batch',
      description: lifeOfASample,
      access: 'samples:create',
      status: 201,
      body: createSampleBody,
      answer: sampleSchema,
      handle: ({ caller, body }) => testing.createSample(caller, body),
    }),
    route({
      method: 'get',
      path: '/api/v1/samples/{id}',
      tag: 'testing',
      summary: 'One sample with its results',
      access: 'samples:read',
      params: byId,
      answer: sampleSchema,
      handle: ({ caller, params }) => testing.getSample(caller, params.id),
    }),
    route({
      method: 'post',
      path: '/api/v1/samples/{id}/receive',
      tag: 'testing',
      summary: 'The laboratory takes the sample in, and says of each seal whether it is intact',
      access: 'samples:receive',
      params: byId,
      body: receiveBody,
      answer: sampleSchema,
      handle: ({ caller, params, body }) => testing.receive(caller, params.id, body),
    }),
    sampleStep('hand-over', 'The sample passes to somebody else', 'samples:hand-over', handOverBody, testing.handOver),
    sampleStep('split', 'A portion is retained, sealed, for a re-test', 'samples:receive', splitBody, testing.split),
    sampleStep('assign', 'Ask for tests, and of which analyst', 'samples:assign', assignBody, testing.assign),
    sampleStep(
      'take',
      'An analyst takes an open test that nobody has, if authorized for its method',
      'samples:enter-result',
      takeBody,
      testing.take,
    ),
    sampleStep(
      'retract',
      'The result is wrong: it stays visible, counts no more, and the test is open again',
      'samples:enter-result',
      resultActBody,
      testing.retract,
    ),
    sampleStep(
      'retest',
      'The result wants confirmation: it counts on, a second determination is asked for, and the worse counts',
      'samples:enter-result',
      resultActBody,
      testing.retest,
    ),
    sampleStep(
      'reject-test',
      'The test will not be done and no other takes its place: such a sample never passes',
      'samples:enter-result',
      testActBody,
      testing.rejectTest,
    ),
    sampleStep('return', 'The reviewer gives the report back', 'samples:verify', reasonBody, testing.returnReport),
    sampleStep(
      'invalidate',
      'What was published holds no more; nothing is deleted',
      'samples:invalidate',
      reasonBody,
      testing.invalidate,
    ),
    sampleStep(
      'amend',
      'Correct an invalidated report: results can be changed, and the next report has a number of its own',
      'samples:invalidate',
      reasonBody,
      testing.amend,
    ),
    route({
      method: 'post',
      path: '/api/v1/samples/{id}/results',
      tag: 'testing',
      summary: 'Enter a result; it is judged at once, and a failing one holds the batch and all that was made of it',
      description:
        'Taken while the sample is received or in test; the first one puts it in test. The answer has the verdict with the limit, its clause and the sentence why. Only `pass` says that a limit is kept: `no-limit` and `not-comparable` have their `reason`. State the LOQ: `<LOQ`, `<LOD` and 0 show nothing without a bound. The parts of a residue (e.g. 克百威 and 3-羟基克百威) are entered one by one and judged as one sum.',
      access: 'samples:enter-result',
      status: 201,
      params: byId,
      body: addResultBody,
      answer: resultSchema,
      handle: ({ caller, params, body }) => testing.addResult(caller, params.id, body),
    }),
    route({
      method: 'post',
      path: '/api/v1/samples/{id}/report',
      tag: 'testing',
      summary: 'The analyst hands in the report',
      access: 'samples:enter-result',
      params: byId,
      answer: sampleSchema,
      handle: ({ caller, params }) => testing.report(caller, params.id),
    }),
    route({
      method: 'post',
      path: '/api/v1/samples/{id}/verify',
      tag: 'testing',
      summary: 'Another person verifies the report, which publishes it',
      access: 'samples:verify',
      params: byId,
      answer: sampleSchema,
      handle: ({ caller, params }) => testing.verify(caller, params.id),
    }),
    sampleStep('reject', 'Rejected on receipt: it is not tested', 'samples:receive', reasonBody, testing.reject),
  ];
}

const lifeOfASample = `The life of a sample, each step as \`POST /api/v1/samples/{id}/{verb}\`:

1. \`receive\` in the laboratory, with the state of each seal;
2. \`assign\` what is to be tested, by whom (optional; \`GET /api/v1/work-list\` has it then);
3. \`POST …/results\` for each analyte, \`POST /api/v1/result-imports\` for many, or \`POST /api/v1/instrument-results/{id}/accept\` for what an instrument sent;
4. \`report\` by the analyst, once no test is open;
5. \`verify\` by another person, which publishes it: \`GET /api/v1/test-reports?sample={id}\` has the report, \`…/report.pdf\` the paper;
6. \`invalidate\` and \`amend\` where it was wrong: the next \`verify\` issues another number.

A wrong result is set aside by \`retract\`, one that wants confirmation by \`retest\`, a test that is given up by \`reject-test\`. Each answer tells under \`allowed\` what this caller may do next, and under \`refused\` what not and why.`;

/** A step of the life cycle: `POST /api/v1/samples/{id}/{verb}` answers with the sample as it is then. */
function sampleStep<Body extends z.ZodType>(
  verb: string,
  summary: string,
  access: Permission,
  body: Body,
  take: (caller: Caller, id: string, body: z.output<Body>) => Promise<z.input<typeof sampleSchema>>,
): Route {
  return route({
    method: 'post',
    path: `/api/v1/samples/{id}/${verb}`,
    tag: 'testing',
    summary,
    access,
    params: byId,
    body,
    answer: sampleSchema,
    handle: ({ caller, params, body: given }) => take(caller as Caller, params.id, given as z.output<Body>),
  });
}
