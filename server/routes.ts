import { assessmentRoutes } from './assessment/index.ts';
import { attachmentsRoutes } from './attachments/index.ts';
import { auditRoutes } from './audit/index.ts';
import { applicationRoutes, certificateRoutes, conformityRoutes, schemeRoutes } from './certification/index.ts';
import { deadlinesRoutes } from './deadlines/index.ts';
import { calibrationRoutes, commandRoutes, devicesRoutes, historyRoutes, importRoutes } from './devices/index.ts';
import { disclosureRoutes } from './disclosure/index.ts';
import { divisionsRoutes } from './divisions/index.ts';
import { enforcementRoutes } from './enforcement/index.ts';
import { exchangeRoutes } from './exchange/index.ts';
import type { Route } from './http/route.ts';
import { identityRoutes } from './identity/index.ts';
import { producersRoutes } from './producers/index.ts';
import type { Services } from './services.ts';
import { standardsRoutes } from './standards/index.ts';
import { supervisionRoutes } from './supervision/index.ts';
import { testingRoutes } from './testing/index.ts';
import {
  batchLabelRoutes,
  epcisRoutes,
  recallRoutes,
  traceabilityRoutes,
  traceExportRoutes,
} from './traceability/index.ts';
import { deliveriesRoutes, warningsRoutes } from './warnings/index.ts';

/** Every documented route of the platform. */
export function allRoutes(services: Services): Route[] {
  return [
    ...identityRoutes(services.identity),
    ...divisionsRoutes(services.divisions),
    ...producersRoutes(services.producers),
    ...devicesRoutes(services.devices),
    ...calibrationRoutes(services.calibrations),
    ...commandRoutes(services.commands),
    ...importRoutes(services.deviceImports),
    ...historyRoutes(services.history),
    ...standardsRoutes(services.standards),
    ...traceabilityRoutes(services),
    ...batchLabelRoutes(services.batchLabels),
    ...epcisRoutes(services.epcis),
    ...recallRoutes(services.recalls),
    ...traceExportRoutes(services.traceExports),
    ...testingRoutes(services.testing),
    ...conformityRoutes(services.conformity),
    ...schemeRoutes(),
    ...certificateRoutes(services.certificates),
    ...applicationRoutes(services.applications),
    ...warningsRoutes(services.warnings),
    ...deliveriesRoutes(services.deliveries),
    ...enforcementRoutes(services.enforcement),
    ...supervisionRoutes(services.supervision),
    ...deadlinesRoutes(services.deadlines),
    ...assessmentRoutes(services.assessment),
    ...exchangeRoutes(services.exchange),
    ...disclosureRoutes(services.disclosure),
    ...auditRoutes(services.audit),
    ...attachmentsRoutes(services.attachments),
  ];
}
