export { addComplaintPages } from './complaints/pages.ts';
export { supervisionFacts } from './facts.ts';
export { supervisionRoutes } from './routes.ts';
export { createSupervisionService, type SupervisionService } from './service.ts';
