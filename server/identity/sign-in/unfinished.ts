import type { Unfinished } from '../caller.ts';
import type { UserRecord } from '../model.ts';
import type { SessionRecord } from '../sessions/model.ts';

/** What a session, or an API token (`null`), still lacks before its person may do anything else. */
export function unfinishedOf(
  user: Pick<UserRecord, 'mustChangePassword' | 'secondFactorSince'>,
  session: Pick<SessionRecord, 'by' | 'awaitsCode'> | null,
  asksSecondFactor: boolean,
): Unfinished | undefined {
  if (session?.awaitsCode) return 'code';
  if (user.mustChangePassword && session?.by !== 'single-sign-on') return 'password';
  if (asksSecondFactor && !user.secondFactorSince) return 'second-factor';
  return undefined;
}
