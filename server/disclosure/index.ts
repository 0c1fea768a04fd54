export { addDisclosurePages } from './pages.ts';
export { disclosureRoutes } from './routes.ts';
export { createDisclosure, type Disclosure } from './service.ts';
