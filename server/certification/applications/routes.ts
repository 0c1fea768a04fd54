import { pageOf } from '../../database/page.ts';
import { byId } from '../../http/fields.ts';
import { type Route, route } from '../../http/route.ts';
import { stepsOf } from '../../http/step-route.ts';
import {
  applicationSchema,
  changeApplicationBody,
  createApplicationBody,
  findingBody,
  grantBody,
  listApplicationsQuery,
  noBody,
  reasonBody,
} from './schema.ts';
import type { ApplicationsService } from './service.ts';

const tag = 'certification';
const path = '/api/v1/certification-applications';
const step = stepsOf({ path, tag, answer: applicationSchema });

export function applicationRoutes(applications: ApplicationsService): Route[] {
  return [
    route({
      method: 'get',
      path,
      tag,
      summary: 'Applications for certification, newest first, each with its line of steps and what is due',
      access: 'certification-applications:read',
      query: listApplicationsQuery,
      answer: pageOf(applicationSchema),
      handle: ({ caller, query }) => applications.list(caller, query),
    }),
    route({
      method: 'post',
      path,
      tag,
      summary: 'Begin a draft; refused (409) where the scheme takes no applications here',
      access: 'certification-applications:create',
      status: 201,
      body: createApplicationBody,
      answer: applicationSchema,
      handle: ({ caller, body }) => applications.create(caller, body),
    }),
    route({
      method: 'get',
      path: `${path}/{id}`,
      tag,
      summary: 'One application',
      access: 'certification-applications:read',
      params: byId,
      answer: applicationSchema,
      handle: ({ caller, params }) => applications.get(caller, params.id),
    }),
    step(
      'change',
      'Change a draft, or what was returned: its words, and which attachment is which document',
      'certification-applications:submit',
      changeApplicationBody,
      applications.change,
    ),
    step(
      'submit',
      'Hand it in; refused while a document is missing',
      'certification-applications:submit',
      noBody,
      (caller, id) => applications.submit(caller, id),
    ),
    step(
      'withdraw',
      'The producer takes it back before it is decided',
      'certification-applications:submit',
      reasonBody,
      (caller, id, { reason }) => applications.withdraw(caller, id, reason),
    ),
    step('accept', 'It is complete and taken up', 'certification-applications:review', noBody, (caller, id) =>
      applications.accept(caller, id),
    ),
    step(
      'return',
      'It is given back once, with everything that must be corrected',
      'certification-applications:review',
      reasonBody,
      (caller, id, { reason }) => applications.sendBack(caller, id, reason),
    ),
    step(
      'review',
      'What the review of the documents found',
      'certification-applications:review',
      findingBody,
      applications.review,
    ),
    step('check', 'What the check on site found', 'certification-applications:review', findingBody, applications.check),
    step(
      'recuse',
      'Step back for a conflict of interest: this person takes no part any more',
      'certification-applications:review',
      reasonBody,
      (caller, id, { reason }) => applications.recuse(caller, id, reason),
    ),
    step(
      'grant',
      'Another person than reviewed and checked decides: the certificate is written at once',
      'certification-applications:decide',
      grantBody,
      applications.grant,
    ),
    step(
      'refuse',
      'Another person than reviewed and checked refuses it, with the reason',
      'certification-applications:decide',
      reasonBody,
      (caller, id, { reason }) => applications.refuse(caller, id, reason),
    ),
  ];
}
