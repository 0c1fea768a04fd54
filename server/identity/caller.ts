import type { Actor } from '../database/change-log/actor.ts';
import type { Permission } from './permissions.ts';
import type { Role } from './roles.ts';

/** What a sign-in still lacks. Until it is done the caller holds no role and reaches only the routes that do it. */
export type Unfinished = 'code' | 'password' | 'second-factor';

/** Whoever makes a request, as far as services need to know. */
export interface Caller {
  userId: string;
  username: string;
  /** None while the sign-in is unfinished. */
  roles: readonly Role[];
  /** The division whose subtree this person acts in. */
  divisionCode: string;
  /** Set for a producer's account: it sees its own records alone. */
  producerId?: string;
  /** The laboratory that an analyst or reviewer works for. */
  laboratory?: string;
  /** Where the request came from. */
  address?: string | undefined;
  /** The session of a person; a system that signs in by API token has none. */
  sessionId?: string;
  signedInBy?: 'password' | 'single-sign-on';
  /** The API token of a system. */
  tokenId?: string;
  /** The rights an API token was given; it may use each only as long as its owner holds it. */
  scope?: readonly Permission[];
  unfinished?: Unfinished;
}

/** The caller as the audit log names whoever changes a record. */
export function actorOf({ userId, username, address }: Caller): Actor {
  return { kind: 'user', id: userId, name: username, ...(address !== undefined && { address }) };
}

/** What the caller's sign-in stands on, as `credentials.ended` names it: the account, and the session or API token. */
export function credentialsOf({ userId, sessionId, tokenId }: Caller): string[] {
  return [userId, sessionId, tokenId].filter((id) => id !== undefined);
}

/**
 * Routes about one's own account: open to a person's session, never to an API token. Each lists with which unfinished
 * sign-ins it may be called, because it is what finishes them.
 */
const ownAccount = {
  'own-account': [],
  'own-session': ['code', 'password', 'second-factor'],
  'own-password': ['password'],
  'own-second-factor': ['second-factor'],
} as const satisfies Record<string, readonly Unfinished[]>;

export type OwnAccount = keyof typeof ownAccount;

export function isOwnAccount(access: string): access is OwnAccount {
  return Object.hasOwn(ownAccount, access);
}

export function opensUnfinished(access: OwnAccount, unfinished: Unfinished): boolean {
  const open: readonly Unfinished[] = ownAccount[access];
  return open.includes(unfinished);
}
