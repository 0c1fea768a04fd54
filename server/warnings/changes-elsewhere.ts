import type { Types } from 'mongoose';
import type { Context } from '../context.ts';
import { unscoped } from '../database/guard.ts';
import { lookElsewhere } from '../jobs/looking-elsewhere.ts';
import type { WarningModels } from './model.ts';

const forEachFollower = unscoped('whoever follows is asked for apart');

/** Tells this instance of the warnings that other instances on the same database have changed. */
export function createChangesElsewhere(context: Context, { Warning }: Pick<WarningModels, 'Warning'>) {
  const looking = lookElsewhere(context, {
    what: 'warnings',
    async changedSince(since) {
      const changes = await Warning.find({ updatedAt: { $gte: since } }, null, forEachFollower)
        .select({ updatedAt: 1 })
        .sort({ updatedAt: 1, _id: 1 })
        .lean<{ _id: Types.ObjectId; updatedAt: Date }[]>();
      return changes.map(({ _id, updatedAt }) => ({ id: _id.toHexString(), at: updatedAt }));
    },
    tell: ({ id }) => context.bus.emit('warning.changed-elsewhere', { warningId: id }),
  });
  const forget = context.bus.on('warning.changed', ({ warningId, updatedAt }) =>
    looking.know({ id: warningId, at: updatedAt }),
  );
  return {
    ...looking,
    stop(): Promise<void> {
      forget();
      return looking.stop();
    },
  };
}
