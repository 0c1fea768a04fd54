import type { Router } from 'express';
import type { Logger } from 'pino';
import { addLogPage } from './audit/index.ts';
import { addCertificatePages, addConformityPages, addGuidePages } from './certification/index.ts';
import { addDisclosurePages } from './disclosure/index.ts';
import type { Services } from './services.ts';
import { addComplaintPages } from './supervision/index.ts';
import { addReportPages } from './testing/index.ts';
import { addConsumerPages, addDigitalLinks } from './traceability/index.ts';

/** Every page that opens without an account. */
export function publicPages(
  services: Services,
  { traceUrl, log }: { traceUrl(code: string): string; log: Logger },
): ((router: Router) => void)[] {
  return [
    (router) => addConsumerPages(router, { ...services, log }),
    (router) => addDigitalLinks(router, { batches: services.batches, traceUrl }),
    (router) => addLogPage(router, services.audit),
    (router) => addReportPages(router, services.testing),
    (router) => addConformityPages(router, services.conformity),
    (router) => addCertificatePages(router, services.certificates),
    (router) => addGuidePages(router),
    (router) => addComplaintPages(router, services.supervision.complaints),
    (router) => addDisclosurePages(router, services.disclosure),
  ];
}
