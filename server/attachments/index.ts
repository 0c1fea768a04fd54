export { attachmentsRoutes } from './routes.ts';
export { createAttachmentsService, type FindRecord } from './service.ts';
