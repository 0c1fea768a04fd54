import type { Actor } from '../database/change-log/actor.ts';
import type { Role } from './roles.ts';

/** Whoever makes a request, as far as services need to know. */
export interface Caller {
  userId: string;
  username: string;
  roles: readonly Role[];
  /** The division whose subtree this person acts in. */
  divisionCode: string;
  /** Set for a producer's account: it sees its own records alone. */
  producerId?: string;
  /** The laboratory that an analyst or reviewer works for. */
  laboratory?: string;
  /** Where the request came from. */
  address?: string | undefined;
}

/** The caller as the audit log names whoever changes a record. */
export function actorOf({ userId, username, address }: Caller): Actor {
  return { kind: 'user', id: userId, name: username, ...(address !== undefined && { address }) };
}
