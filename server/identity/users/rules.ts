import { isWithin } from '../../divisions/rules.ts';
import type { Caller } from '../caller.ts';
import { permissionsOf } from '../permissions.ts';
import type { Role } from '../roles.ts';

/** What of an account decides whether others may lose it. */
export interface Account {
  id: string;
  roles: readonly Role[];
  divisionCode: string;
  disabled: boolean;
}

/** Nobody gives a right that he does not hold. */
export function mayGrant(caller: Pick<Caller, 'roles'>, role: Role): boolean {
  const held = permissionsOf(caller.roles);
  return permissionsOf([role]).every((permission) => held.includes(permission));
}

function administers(account: Account, divisionCode: string): boolean {
  return !account.disabled && account.roles.includes('administrator') && isWithin(divisionCode, account.divisionCode);
}

/**
 * Whether the change leaves the account's division without anybody who administers it: then it is refused.
 * @returns the administrator who remains, `null` when nobody does, `undefined` when the change takes no administrator away
 */
export function remainingAdministrator(
  before: Account,
  after: Account,
  others: readonly Account[],
): Account | null | undefined {
  if (!administers(before, before.divisionCode) || administers(after, before.divisionCode)) return undefined;
  return others.find((other) => other.id !== before.id && administers(other, before.divisionCode)) ?? null;
}
