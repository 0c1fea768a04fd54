export { deviceModels } from './model.ts';
export type { NewReading } from './reading-store.ts';
export { devicesRoutes } from './routes.ts';
export { createDevicesService, type DevicesService } from './service.ts';
