export type { DeviceCredentials } from './credentials.ts';
export { type DeviceCounts, SimulatedDevice, type SimulatedDeviceOptions } from './device.ts';
export { applyFaults, type Fault, type FaultKind, type SimulatedReading, usualFault } from './faults.ts';
export { Fleet } from './fleet.ts';
export { history, measure } from './history.ts';
export { type Condition, conditionAt } from './interruptions.ts';
export { metricsOf, type ProfileName, profileNames, value } from './profiles.ts';
