import type { Work } from '../database/transaction.ts';
import type { WarningRecord } from './model.ts';

/**
 * What can happen to a warning that somebody elsewhere may have to learn of. `changed` is everything else: another
 * occurrence, a step of its handling, and all that happens to one that is kept quiet, until it opens for people.
 */
export type Happening =
  | 'opened'
  | 'level-raised'
  | 'level-lowered'
  | 'escalated'
  | 'cleared'
  | 'resolved'
  | 'dismissed'
  | 'closed'
  | 'changed';

/** `warning` is as it stands after what happened. */
export type Follower = (work: Work, warning: WarningRecord, happening: Happening) => Promise<void>;

/**
 * The one place where every change of a warning is known, in the transaction that makes it. A follower writes within that
 * transaction: what it writes is committed with the change, or not at all.
 */
export function createHappenings() {
  const followers: Follower[] = [];
  return {
    follow(follower: Follower): void {
      followers.push(follower);
    },

    async tell(work: Work, warning: WarningRecord, happening: Happening): Promise<void> {
      work.emit('warning.changed', { warningId: warning._id.toHexString(), updatedAt: warning.updatedAt });
      for (const follower of followers) await follower(work, warning, happening);
    },
  };
}

export type Happenings = ReturnType<typeof createHappenings>;
