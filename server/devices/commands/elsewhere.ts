import type { Context } from '../../context.ts';
import { unscoped } from '../../database/guard.ts';
import { type CommandRecord, commandModels } from './model.ts';

const lookEveryMilliseconds = 1_000;
/** Commits may come out of the order of their times, and clocks of instances differ by so much. */
const overlapMilliseconds = 15_000;
const byTheBroker = unscoped('the broker hands a device its own commands');

/** Tells this instance, within a second, of commands that were given through another one on the same database. */
export function createCommandsElsewhere(context: Context) {
  const { Command } = commandModels(context.connection);
  /** When each command was given that has been told here; of the overlap alone. */
  const told = new Map<string, number>();
  let looking: NodeJS.Timeout | undefined;
  let turn: Promise<void> = Promise.resolve();

  const look = async (): Promise<void> => {
    const since = context.clock().getTime() - overlapMilliseconds;
    const waiting = { state: 'queued' as const, createdAt: { $gte: new Date(since) } };
    const found = await Command.find(waiting, null, byTheBroker)
      .select({ device: 1, createdAt: 1 })
      .lean<CommandRecord[]>();
    for (const [id, at] of told) if (at < since) told.delete(id);
    for (const { _id, device, createdAt } of found) {
      const id = _id.toHexString();
      if (told.has(id)) continue;
      told.set(id, createdAt.getTime());
      context.bus.emit('command.queued', { deviceId: device });
    }
  };

  return {
    start(): void {
      looking ??= setInterval(() => {
        turn = turn
          .then(look)
          .catch((error: unknown) => context.log.warn({ err: error }, 'commands of other instances cannot be read'));
      }, lookEveryMilliseconds).unref();
    },

    async stop(): Promise<void> {
      clearInterval(looking);
      looking = undefined;
      await turn;
    },
  };
}
