export { divisionsRoutes } from './routes.ts';
export { createDivisionsService, type Division, type DivisionsService } from './service.ts';
