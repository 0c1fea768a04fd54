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
}
