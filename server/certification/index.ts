export { addConformityPages } from './conformity/pages.ts';
export { conformityRoutes } from './conformity/routes.ts';
export { type ConformityService, createConformity } from './conformity/service.ts';
