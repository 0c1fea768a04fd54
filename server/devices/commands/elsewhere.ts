import type { Context } from '../../context.ts';
import { unscoped } from '../../database/guard.ts';
import { lookElsewhere } from '../../jobs/looking-elsewhere.ts';
import { type CommandRecord, commandModels } from './model.ts';

const byTheBroker = unscoped('the broker hands a device its own commands');

/** Tells this instance of commands that were given through another one on the same database. */
export function createCommandsElsewhere(context: Context) {
  const { Command } = commandModels(context.connection);
  return lookElsewhere(context, {
    what: 'commands',
    async changedSince(since) {
      const waiting = await Command.find({ state: 'queued', createdAt: { $gte: since } }, null, byTheBroker)
        .select({ device: 1, createdAt: 1 })
        .lean<CommandRecord[]>();
      return waiting.map(({ _id, device, createdAt }) => ({ id: _id.toHexString(), at: createdAt, device }));
    },
    tell: ({ device }) => context.bus.emit('command.queued', { deviceId: device }),
  });
}
