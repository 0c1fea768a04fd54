import type { Types } from 'mongoose';
import type { Context } from '../context.ts';
import { unscoped } from '../database/guard.ts';
import type { WarningModels } from './model.ts';

const lookEveryMilliseconds = 1_000;
/** Commits may come out of the order of their times, and clocks of instances differ by so much. */
const overlapMilliseconds = 15_000;
const forEachFollower = unscoped('whoever follows is asked for apart');

/** Tells this instance, within seconds, of the warnings that other instances on the same database have changed. */
export function createChangesElsewhere(context: Context, { Warning }: Pick<WarningModels, 'Warning'>) {
  /** When the newest change of each warning was made that has been told here; of the overlap alone. */
  const told = new Map<string, number>();
  let looking: NodeJS.Timeout | undefined;
  let turn: Promise<void> = Promise.resolve();

  const unsubscribe = context.bus.on('warning.changed', ({ warningId, updatedAt }) => {
    told.set(warningId, Math.max(updatedAt.getTime(), told.get(warningId) ?? 0));
  });

  const look = async (): Promise<void> => {
    const since = context.clock().getTime() - overlapMilliseconds;
    const changes = await Warning.find({ updatedAt: { $gte: new Date(since) } }, null, forEachFollower)
      .select({ updatedAt: 1 })
      .sort({ updatedAt: 1, _id: 1 })
      .lean<{ _id: Types.ObjectId; updatedAt: Date }[]>();
    for (const [id, at] of told) if (at < since) told.delete(id);
    for (const { _id, updatedAt } of changes) {
      const warningId = _id.toHexString();
      if ((told.get(warningId) ?? 0) >= updatedAt.getTime()) continue;
      told.set(warningId, updatedAt.getTime());
      context.bus.emit('warning.changed-elsewhere', { warningId });
    }
  };

  return {
    /** Never rejects. */
    look(): Promise<void> {
      turn = turn
        .then(look)
        .catch((error: unknown) => context.log.warn({ err: error }, 'changes of other instances cannot be read'));
      return turn;
    },

    start(): void {
      looking ??= setInterval(() => void this.look(), lookEveryMilliseconds).unref();
    },

    async stop(): Promise<void> {
      clearInterval(looking);
      unsubscribe();
      await turn;
    },
  };
}
