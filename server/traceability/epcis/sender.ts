import type { Caller } from '../../identity/caller.ts';
import type { Permission } from '../../identity/permissions.ts';
import type { Sender } from './model.ts';

/** What is kept of whoever asked, for work that is done later with the same rights. */
export function senderOf({ userId, username, roles, divisionCode, producerId, scope, address }: Caller): Sender {
  return {
    userId,
    username,
    roles: [...roles],
    divisionCode,
    ...(producerId !== undefined && { producerId }),
    ...(scope && { scope: [...scope] }),
    ...(address !== undefined && { address }),
  };
}

export function callerOf({ scope, ...sender }: Sender): Caller {
  return { ...sender, ...(scope && { scope: scope as Permission[] }) };
}
