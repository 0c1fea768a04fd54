export { applicationRoutes } from './applications/routes.ts';
export { createApplications } from './applications/service.ts';
export { createCertificatesOfLots } from './certificates/of-lots.ts';
export { addCertificatePages } from './certificates/pages.ts';
export {
  createPublicCertificates,
  type PublicCertificate,
  type PublicCertificates,
} from './certificates/public-register.ts';
export { certificateRoutes } from './certificates/routes.ts';
export { type CertificatesService, createCertificates } from './certificates/service.ts';
export { addConformityPages } from './conformity/pages.ts';
export { conformityRoutes } from './conformity/routes.ts';
export { type ConformityService, createConformity } from './conformity/service.ts';
export { certificationFacts } from './facts.ts';
export { createNumbers } from './numbers.ts';
export { addGuidePages } from './schemes/pages.ts';
export { schemeRoutes } from './schemes/routes.ts';
