import type { Route } from '../http/route.ts';
import { caseRoutes } from './cases/routes.ts';
import { caseDocumentRoutes } from './documents/routes.ts';
import { evidenceRoutes } from './evidence/routes.ts';
import { penaltyLawRoutes } from './law/routes.ts';
import { officerRoutes } from './officers/routes.ts';
import type { EnforcementService } from './service.ts';

export function enforcementRoutes(enforcement: EnforcementService): Route[] {
  return [
    ...penaltyLawRoutes(enforcement.law),
    ...officerRoutes(enforcement.officers),
    ...caseRoutes(enforcement.cases),
    ...evidenceRoutes(enforcement.evidence),
    ...caseDocumentRoutes(enforcement.documents),
  ];
}
