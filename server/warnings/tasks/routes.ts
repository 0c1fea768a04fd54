import { pageOf } from '../../database/page.ts';
import { byId } from '../../http/fields.ts';
import { type Route, route } from '../../http/route.ts';
import { completeTaskBody, createTaskBody, listTasksQuery, taskSchema, withdrawTaskBody } from './schema.ts';
import type { Tasks } from './service.ts';

const tag = 'warnings';

export function taskRoutes(tasks: Tasks): Route[] {
  return [
    route({
      method: 'post',
      path: '/api/v1/warning-tasks',
      tag,
      summary: 'Give somebody a task about a warning: who must do what by when',
      access: 'warning-tasks:create',
      status: 201,
      body: createTaskBody,
      answer: taskSchema,
      handle: ({ caller, body }) => tasks.createTask(caller, body),
    }),
    route({
      method: 'get',
      path: '/api/v1/warning-tasks',
      tag,
      summary: 'Tasks of your division, newest first',
      access: 'warning-tasks:read',
      query: listTasksQuery,
      answer: pageOf(taskSchema),
      handle: ({ caller, query }) => tasks.listTasks(caller, query),
    }),
    route({
      method: 'get',
      path: '/api/v1/warning-tasks/{id}',
      tag,
      summary: 'One task',
      access: 'warning-tasks:read',
      params: byId,
      answer: taskSchema,
      handle: ({ caller, params }) => tasks.getTask(caller, params.id),
    }),
    route({
      method: 'post',
      path: '/api/v1/warning-tasks/{id}/complete',
      tag,
      summary: 'Report a task as done, with what came of it',
      access: 'warning-tasks:complete',
      params: byId,
      body: completeTaskBody,
      answer: taskSchema,
      handle: ({ caller, params, body }) => tasks.endTask(caller, params.id, 'complete', body.outcome),
    }),
    route({
      method: 'post',
      path: '/api/v1/warning-tasks/{id}/withdraw',
      tag,
      summary: 'Withdraw a task, with the reason',
      access: 'warning-tasks:withdraw',
      params: byId,
      body: withdrawTaskBody,
      answer: taskSchema,
      handle: ({ caller, params, body }) => tasks.endTask(caller, params.id, 'withdraw', body.reason),
    }),
  ];
}
