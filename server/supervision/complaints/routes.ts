import { pageOf } from '../../database/page.ts';
import { byId } from '../../http/fields.ts';
import { type Route, route } from '../../http/route.ts';
import { stepsOf } from '../../http/step-route.ts';
import { validated } from '../../http/validated.ts';
import { readComplaintForm } from './photos.ts';
import {
  acceptBody,
  answerBody,
  assignBody,
  closeBody,
  complaintSchema,
  listComplaintsQuery,
  receivedSchema,
  recordComplaintBody,
  revealBody,
  statusBody,
  statusSchema,
  submitComplaintBody,
  transferBody,
} from './schema.ts';
import type { Complaints } from './service.ts';

const tag = 'supervision';
const path = '/api/v1/complaints';
const step = stepsOf({ path, tag, answer: complaintSchema });

export function complaintRoutes(complaints: Complaints): Route[] {
  return [
    route({
      method: 'post',
      path: '/api/v1/public/complaints',
      tag,
      summary: 'Complain or report a breach without an account 投诉举报; the query code is shown this once',
      access: 'public',
      status: 201,
      body: submitComplaintBody,
      answer: receivedSchema,
      handle: ({ body }) => complaints.submitComplaint(body),
    }),
    route({
      method: 'post',
      path: '/api/v1/public/complaints/with-photos',
      tag,
      summary: 'The same as a form: its fields, and up to three files `photos`, of which the pixels alone are kept',
      access: 'public',
      status: 201,
      consumes: ['multipart/form-data'],
      answer: receivedSchema,
      async handle({ request }) {
        const { texts, photos } = await readComplaintForm(request);
        return complaints.submitComplaint(validated(submitComplaintBody, texts), photos);
      },
    }),
    route({
      method: 'post',
      path: '/api/v1/public/complaint-status',
      tag,
      summary: 'What became of a complaint, and its answer, by the query code',
      access: 'public',
      body: statusBody,
      answer: statusSchema,
      handle: ({ body }) => complaints.complaintStatus(body.queryCode),
    }),
    route({
      method: 'get',
      path,
      tag,
      summary: 'Complaints of your division 投诉举报, newest first; who complained is masked',
      access: 'complaints:read',
      query: listComplaintsQuery,
      answer: pageOf(complaintSchema),
      handle: ({ caller, query }) => complaints.listComplaints(caller, query),
    }),
    route({
      method: 'post',
      path,
      tag,
      summary: 'Take down a complaint from a call, a visit or a letter; the query code is shown this once',
      access: 'complaints:create',
      status: 201,
      body: recordComplaintBody,
      answer: receivedSchema,
      handle: ({ caller, body }) => complaints.recordComplaint(caller, body),
    }),
    route({
      method: 'get',
      path: `${path}/{id}`,
      tag,
      summary: 'One complaint, and what may be done next',
      access: 'complaints:read',
      params: byId,
      answer: complaintSchema,
      handle: ({ caller, params }) => complaints.getComplaint(caller, params.id),
    }),
    step(
      'reveal',
      'Who complained, in the clear, for a reason that is kept',
      'complaints:reveal',
      revealBody,
      (caller, id, body) => complaints.revealComplaint(caller, id, body.reason),
    ),
    step('assign', 'Give it to the division in charge', 'complaints:assign', assignBody, complaints.assignComplaint),
    step('accept', 'Take it up', 'complaints:handle', acceptBody, complaints.acceptComplaint),
    step(
      'answer',
      'Answer it: the complainant reads this',
      'complaints:handle',
      answerBody,
      complaints.answerComplaint,
    ),
    step(
      'transfer',
      'Pass it on to whoever is competent, and tell the complainant',
      'complaints:handle',
      transferBody,
      complaints.transferComplaint,
    ),
    step('close', 'Close it once it is answered', 'complaints:handle', closeBody, complaints.closeComplaint),
  ];
}
