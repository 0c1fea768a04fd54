export { createCapture } from './capture.ts';
export { addConsumerPages } from './consumer-page.ts';
export { createEnvironment } from './environment.ts';
export { traceabilityModels } from './model.ts';
export { createPublicProofs } from './public-proofs.ts';
export { createPublicTrace } from './public-trace.ts';
export { traceabilityRoutes } from './routes.ts';
export { createTraceabilityService, type TraceabilityService } from './service.ts';
export { createTrace } from './trace.ts';
