export { type ProducerRecord, producerModels, type SiteRecord } from './model.ts';
export { createPublicProducers, type PublicProducer, type PublicProducers } from './public-register.ts';
export { producersRoutes } from './routes.ts';
export { createProducersService, type ProducersService } from './service.ts';
