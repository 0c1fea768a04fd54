import type { Route } from '../http/route.ts';
import { penaltyLawRoutes } from './law/routes.ts';
import type { EnforcementService } from './service.ts';

export function enforcementRoutes(enforcement: EnforcementService): Route[] {
  return [...penaltyLawRoutes(enforcement.law)];
}
