export { enforcementRoutes } from './routes.ts';
export { createEnforcementService, type EnforcementService } from './service.ts';
