import { pageOf } from '../../database/page.ts';
import { byId } from '../../http/fields.ts';
import { type Route, route } from '../../http/route.ts';
import {
  appealBody,
  assessBody,
  assessDivisionBody,
  assessmentSchema,
  computedGradeSchema,
  divisionAssessed,
  gradeQuery,
  gradeSchemesAnswer,
  listAssessmentsQuery,
  reviseBody,
  upholdBody,
  withdrawBody,
} from './schema.ts';
import type { Grades } from './service.ts';

const tag = 'assessment';
const ofOne = { tag, params: byId, answer: assessmentSchema } as const;

export function gradeRoutes(grades: Grades): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/v1/grade-schemes',
      tag,
      summary:
        'How producers are graded A to D 分级办法: indicators, points, grades and how often each is inspected; all versions',
      access: 'assessments:read',
      answer: gradeSchemesAnswer,
      handle: () => grades.schemes(),
    }),
    route({
      method: 'get',
      path: '/api/v1/producer-grades',
      tag,
      summary:
        'The grade of a producer with every point explained, computed as of now or of any past time, as known then or as known now; nothing is recorded',
      access: 'assessments:read',
      query: gradeQuery,
      answer: computedGradeSchema,
      handle: ({ caller, query }) => grades.computeGrade(caller, query),
    }),
    route({
      method: 'post',
      path: '/api/v1/assessments',
      tag,
      summary:
        'Assess a producer 分级评定: the grade of now is recorded with its explanation and takes the place of the one before',
      access: 'assessments:create',
      status: 201,
      body: assessBody,
      answer: assessmentSchema,
      handle: ({ caller, body }) => grades.assess(caller, body.producerId),
    }),
    route({
      method: 'post',
      path: '/api/v1/assessments/assess-division',
      tag,
      summary: 'Assess every producer of a division whose score or grade has changed',
      access: 'assessments:create',
      body: assessDivisionBody,
      answer: divisionAssessed,
      handle: ({ caller, body }) => grades.assessDivision(caller, body),
    }),
    route({
      method: 'get',
      path: '/api/v1/assessments',
      tag,
      summary: 'Assessments of producers, newest first; `state=in-force` are the grades that hold',
      access: 'assessments:read',
      query: listAssessmentsQuery,
      answer: pageOf(assessmentSchema),
      handle: ({ caller, query }) => grades.listAssessments(caller, query),
    }),
    route({
      method: 'get',
      path: '/api/v1/assessments/{id}',
      summary: 'One assessment: grade, points, the records behind each point, and the appeal',
      access: 'assessments:read',
      ...ofOne,
      handle: ({ caller, params }) => grades.getAssessment(caller, params.id),
    }),
    route({
      method: 'post',
      path: '/api/v1/assessments/{id}/appeal',
      summary: 'Appeal against a grade 申诉, by the producer: which records should not count, and why',
      access: 'assessments:appeal',
      body: appealBody,
      ...ofOne,
      handle: ({ caller, params, body }) => grades.appeal(caller, params.id, body),
    }),
    route({
      method: 'post',
      path: '/api/v1/assessments/{id}/withdraw-appeal',
      summary: 'Take an appeal back before it is decided',
      access: 'assessments:appeal',
      body: withdrawBody,
      ...ofOne,
      handle: ({ caller, params, body }) => grades.withdrawAppeal(caller, params.id, body.reason),
    }),
    route({
      method: 'post',
      path: '/api/v1/assessments/{id}/uphold',
      summary: 'Decide an appeal: the grade stands, with the reason. Not by who assessed',
      access: 'assessments:decide',
      body: upholdBody,
      ...ofOne,
      handle: ({ caller, params, body }) => grades.uphold(caller, params.id, body.reason),
    }),
    route({
      method: 'post',
      path: '/api/v1/assessments/{id}/revise',
      summary:
        'Decide an appeal: these records do not count, now and later; the new assessment is answered. Not by who assessed',
      access: 'assessments:decide',
      body: reviseBody,
      ...ofOne,
      handle: ({ caller, params, body }) => grades.revise(caller, params.id, body),
    }),
  ];
}
