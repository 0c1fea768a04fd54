export { type BackedUp, backup } from './backup.ts';
export { DamagedBackup } from './manifest.ts';
export { type Restored, restore } from './restore.ts';
