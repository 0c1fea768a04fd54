export type { NewClue } from './cases/clues.ts';
export { createPublicPenalties, type PublicPenalties, type PublicPenalty } from './cases/public-penalties.ts';
export { enforcementFacts } from './facts.ts';
export { enforcementRoutes } from './routes.ts';
export { createEnforcementService, type EnforcementService } from './service.ts';
