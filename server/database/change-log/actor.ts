import type { ClientSession } from 'mongoose';

/** Who changes records: a person, a device, or the platform itself. */
export interface Actor {
  kind: 'user' | 'device' | 'system';
  /** A user's id, a device's id, or the name of the platform's part. */
  id: string;
  name: string;
  /** The network address the request came from. */
  address?: string | undefined;
}

/** The platform's own doing, by the part that does it: `warnings`, `start`. */
export function system(part: string): Actor {
  return { kind: 'system', id: part, name: part };
}

/** Whose transaction it is, and what for. */
export interface Attribution {
  actor: Actor;
  at: Date;
  reason?: string | undefined;
}

const attributions = new WeakMap<ClientSession, Attribution>();

export function attribute(session: ClientSession, attribution: Attribution): void {
  attributions.set(session, attribution);
}

/** @throws Error when the write has no transaction or nobody answers for it: such a change must not happen */
export function attributionOf(session: ClientSession | null | undefined, resource: string): Attribution {
  const found = session?.inTransaction() ? attributions.get(session) : undefined;
  if (!found) throw new Error(`${resource} may be changed only inside inTransaction, which names who does it`);
  return found;
}
