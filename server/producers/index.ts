export { type ProducerRecord, producerModels, type SiteRecord } from './model.ts';
export { producersRoutes } from './routes.ts';
export { createProducersService, type ProducersService } from './service.ts';
