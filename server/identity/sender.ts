import type { Caller } from './caller.ts';
import type { Permission } from './permissions.ts';
import type { Role } from './roles.ts';

/** Whoever asked for work that is done later: it is done with the rights that this person had then. */
export interface Sender {
  userId: string;
  username: string;
  roles: Role[];
  divisionCode: string;
  producerId?: string;
  scope?: string[];
  address?: string;
}

/** As it is stored. */
export const senderFields = {
  userId: String,
  username: String,
  roles: [String],
  divisionCode: String,
  producerId: String,
  scope: { type: [String], default: undefined },
  address: String,
};

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
