export type { DeadlineKind, DeadlineKindInput, WhenPassed } from './kinds.ts';
export { type DeadlineRecord, deadlineModels } from './model.ts';
export { deadlinesRoutes } from './routes.ts';
export { courseOf } from './rules/course.ts';
export type { DeadlineReference, Extension, NewDeadline } from './running.ts';
export { createDeadlinesService, type DeadlinesService } from './service.ts';
export type { DeadlineView } from './view.ts';
