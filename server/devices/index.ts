export type { CalibrationRecord } from './calibrations/model.ts';
export { calibrationRoutes } from './calibrations/routes.ts';
export { calibrationStanding } from './calibrations/schema.ts';
export { createCalibrationsService } from './calibrations/service.ts';
export { createCommandsElsewhere } from './commands/elsewhere.ts';
export { commandRoutes } from './commands/routes.ts';
export { type CommandsService, createCommandsService } from './commands/service.ts';
export { createCutOffsElsewhere } from './cut-offs-elsewhere.ts';
export { type RetentionPolicy, retentionPolicy } from './history/retention-policy.ts';
export { historyRoutes } from './history/routes.ts';
export { createHistoryService, type HistoryService } from './history/service.ts';
export { importRoutes } from './imports/routes.ts';
export { createDeviceImports } from './imports/service.ts';
export { deviceModels } from './model.ts';
export type { NewReading } from './reading-store.ts';
export { devicesRoutes } from './routes.ts';
export {
  type Calibration,
  type CalibrationStanding,
  calibrationInForce,
} from './rules/calibration.ts';
export { overlapOf, placementAt } from './rules/placements.ts';
export { createDevicesService, type DevicesService } from './service.ts';
