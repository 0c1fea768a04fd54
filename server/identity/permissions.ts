import { everyPermission, type Permission } from './rights/resources.ts';
import { rights } from './rights/table.ts';
import type { Role } from './roles.ts';

export type { Permission } from './rights/resources.ts';

export function isPermission(name: string): name is Permission {
  return (everyPermission as string[]).includes(name);
}

/** Is there any record with which one of these roles may do that? With which ones, `rights/within.ts` tells. */
export function isAllowed(held: readonly Role[], permission: Permission): boolean {
  return held.some((role) => rights[role][permission] !== undefined);
}

/** All rights of these roles, for the console to show only what can be done. */
export function permissionsOf(held: readonly Role[]): Permission[] {
  return everyPermission.filter((permission) => isAllowed(held, permission));
}
