import type { Lockout } from '../lockout/lockout.ts';
import type { UserRecord } from '../model.ts';
import type { Origin } from '../origin.ts';
import type { SecurityEventKind } from '../security-events/model.ts';
import type { SecurityEvents } from '../security-events/security-events.ts';
import { SignInBlocked } from './errors.ts';

/** Counts attempts to prove who one is, and makes whoever fails too often wait. */
export function createAttempts({ lockout, events }: { lockout: Lockout; events: SecurityEvents }) {
  return {
    /** @throws SignInBlocked while attempts on the account, from there, have to wait */
    async requireOpen(username: string, origin: Origin): Promise<void> {
      const wait = await lockout.wait(username, origin);
      if (wait > 0) throw new SignInBlocked(wait);
    },

    async failed(
      kind: SecurityEventKind,
      username: string,
      user: UserRecord | null,
      origin: Origin,
      detail?: string,
    ): Promise<void> {
      const wait = await lockout.failed(username, origin);
      await events.record({ kind, user, origin, ...(detail !== undefined && { detail }) });
      if (wait > 0)
        await events.record({ kind: 'sign-in-blocked', user, origin, detail: `for ${Math.ceil(wait / 1000)} s` });
    },

    /** @returns the secret that the device is to keep */
    succeeded: (username: string, origin: Origin): Promise<string> => lockout.succeeded(username, origin),

    forgetOrigins: lockout.forgetOrigins,
  };
}

export type Attempts = ReturnType<typeof createAttempts>;
