import { unscoped } from '../../database/guard.ts';
import type { Outcome } from '../../outbound/outcome.ts';
import { retryAt } from '../../outbound/retry.ts';
import { retryPolicy } from './kinds.ts';
import type { DeliveryModels, DeliveryRecord, Published } from './model.ts';

/** Notes of deliveries that still wait what became of an attempt that was made for all of them together. */
export type RecordAttempt = (
  together: readonly DeliveryRecord[],
  at: Date,
  outcome: Outcome,
  published?: Published[],
) => Promise<void>;

const byThePlatform = unscoped('the platform itself notes what became of what it sent');

/** @param chance from 0 up to 1: by how much of the jitter a next attempt comes later */
export function createRecordAttempt(
  { Delivery }: Pick<DeliveryModels, 'Delivery'>,
  chance: () => number,
): RecordAttempt {
  return async (together, at, outcome, published) => {
    const later = chance();
    for (const { _id, attempts } of together) {
      const tryAgain = !outcome.sent && outcome.again;
      const next = tryAgain ? retryAt(attempts.length + 1, at, retryPolicy, later, outcome.waitSeconds) : null;
      await Delivery.updateOne(
        { _id, state: 'waiting' },
        {
          $push: { attempts: { at, sent: outcome.sent, ...(!outcome.sent && { reason: outcome.reason }) } },
          $set: {
            state: outcome.sent ? 'sent' : next ? 'waiting' : 'failed',
            ...(next && { nextAttemptAt: next }),
            ...(outcome.sent && together.length > 1 && { inDigestOf: together.length }),
            ...(published && { published }),
          },
        },
      ).setOptions(byThePlatform);
    }
  };
}
