import type { Context } from '../../context.ts';
import { unscoped } from '../../database/guard.ts';
import type { DeliveryModels, DeliveryRecord, Published } from './model.ts';
import type { RecordAttempt } from './record-attempt.ts';

/**
 * Has the broker publish a warning as it is now; `null` when there is no such warning.
 * @throws Error when the broker takes nothing
 */
export type Publish = (warningId: string) => Promise<Published[] | null>;

const byThePlatform = unscoped('the platform itself publishes what it was asked to tell');

/**
 * Publishes each change of a warning on this instance's broker, and notes of its news that the broker took it, or why not;
 * what it did not take is published again.
 */
export function createPublications(
  context: Pick<Context, 'bus' | 'clock' | 'log'>,
  { Delivery }: Pick<DeliveryModels, 'Delivery'>,
  record: RecordAttempt,
) {
  let publish: Publish | undefined;
  let forget: (() => void)[] = [];
  const underWay = new Set<Promise<void>>();

  const publishFor = async (through: Publish, warningId: string, waiting: readonly DeliveryRecord[]): Promise<void> => {
    try {
      const published = await through(warningId);
      const at = context.clock();
      if (published) for (const each of waiting) await record([each], at, { sent: true }, published);
      else await record(waiting, at, { sent: false, reason: 'the warning is not there any more', again: false });
    } catch (error) {
      context.log.error({ err: error, warningId }, 'warning not published, will retry');
      const reason = (error as Error).message.slice(0, 300);
      for (const each of waiting) await record([each], context.clock(), { sent: false, reason, again: true });
    }
  };

  const changedHere = async (through: Publish, warningId: string): Promise<void> => {
    const waiting = await Delivery.find({ warningId, channelKind: 'mqtt', state: 'waiting' }, null, byThePlatform).lean<
      DeliveryRecord[]
    >();
    await publishFor(through, warningId, waiting);
  };

  const run = (work: Promise<void>): void => {
    const done = work
      .catch((error: unknown) => context.log.error({ err: error }, 'publication of a warning not noted'))
      .finally(() => underWay.delete(done));
    underWay.add(done);
  };

  return {
    /** From now on; before, what is to be published waits. */
    startWith(through: Publish): void {
      publish = through;
      forget = [
        context.bus.on('warning.changed', ({ warningId }) => run(changedHere(through, warningId))),
        // Whoever changed it notes it; here it only goes to the subscribers of this instance.
        context.bus.on('warning.changed-elsewhere', ({ warningId }) => run(publishFor(through, warningId, []))),
      ];
    },

    get possible(): boolean {
      return publish !== undefined;
    },

    async publishWaiting(waiting: readonly DeliveryRecord[], goesOn: () => boolean): Promise<void> {
      const ids = new Set(waiting.flatMap(({ warningId }) => warningId?.toHexString() ?? []));
      for (const id of ids) {
        if (!publish || !goesOn()) return;
        const its = waiting.filter(({ warningId }) => warningId?.toHexString() === id);
        await publishFor(publish, id, its);
      }
    },

    /** Resolves when what is under way is noted. */
    async stop(): Promise<void> {
      for (const each of forget) each();
      await Promise.all(underWay);
    },
  };
}

export type Publications = ReturnType<typeof createPublications>;
