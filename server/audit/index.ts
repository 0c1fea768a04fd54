export { addLogPage } from './log-page.ts';
export { auditModels } from './model.ts';
export { fileOutlet, publishCheckpoints } from './publish.ts';
export { auditRoutes } from './routes.ts';
export { openSeal, readSeal, rotateSigningKey } from './seal.ts';
export { type AuditService, createAuditService } from './service.ts';
export type { Disagreement } from './verify/disagreement.ts';
export { verifyLog } from './verify/verify.ts';
