export { auditModels } from './model.ts';
export { auditRoutes } from './routes.ts';
export { openSeal } from './seal.ts';
export { type AuditService, createAuditService } from './service.ts';
export { type Disagreement, verifyLog } from './verify.ts';
