export { type RetentionPolicy, retentionPolicy } from './history/retention-policy.ts';
export { historyRoutes } from './history/routes.ts';
export { createHistoryService, type HistoryService } from './history/service.ts';
export { deviceModels } from './model.ts';
export type { NewReading } from './reading-store.ts';
export { devicesRoutes } from './routes.ts';
export { overlapOf, placementAt } from './rules/placements.ts';
export { createDevicesService, type DevicesService } from './service.ts';
