export type { NewClue } from './cases/clues.ts';
export { enforcementFacts } from './facts.ts';
export { enforcementRoutes } from './routes.ts';
export { createEnforcementService, type EnforcementService } from './service.ts';
