import type { UpdateQuery } from 'mongoose';
import type { Context } from '../context.ts';
import { unscoped } from '../database/guard.ts';
import { inTransaction } from '../database/transaction.ts';
import { IllegalTransition, NotFound } from '../errors.ts';
import { actorOf, type Caller } from '../identity/caller.ts';
import { within } from '../identity/rights/within.ts';
import { type DeviceVerb, transitionOf, whyRefused } from './lifecycle.ts';
import { type DeviceRecord, deviceModels } from './model.ts';
import type { Sources } from './sources.ts';

/** What a step changes beyond the state. */
export interface Decision {
  update?: UpdateQuery<DeviceRecord>;
  cutsOff?: boolean;
  /** It changes whose the device is; the caller's right to the new place has been asked. */
  moves?: boolean;
}

/** Takes one step of a device's life, where the table and the caller's rights allow it; its history and the log keep the reason. */
export function createSteps(context: Context, sources: Pick<Sources, 'forget'>) {
  const { Device } = deviceModels(context.connection);

  return async function step(
    caller: Caller,
    id: string,
    verb: DeviceVerb,
    reason: string,
    decide: (device: DeviceRecord, at: Date) => Decision = () => ({}),
  ): Promise<void> {
    const { to, permission, cutsOff } = transitionOf(verb);
    await inTransaction(
      context,
      actorOf(caller),
      async ({ session, emit }) => {
        const scoped = within(caller, permission);
        const device = await Device.findById(id, null, { session, ...scoped }).lean<DeviceRecord>();
        if (!device) throw new NotFound(`There is no device ${id}`);
        const refusal = whyRefused(device, verb);
        if (refusal) throw new IllegalTransition(refusal);
        const at = context.clock();
        const { update, cutsOff: cutsOffToo, moves } = decide(device, at);
        const isCutOff = cutsOff || cutsOffToo;
        const away = cutsOff && device.connection && { connection: { status: 'offline' as const, at } };
        await Device.updateOne(
          { _id: id },
          {
            ...update,
            $set: { ...update?.$set, ...(to && { state: to }), ...(isCutOff && { cutOffAt: at }), ...away },
            $push: { history: { verb, by: caller.username, at, reason } },
          },
          { session, ...(moves ? unscoped('read within the scope just now, and the new place is asked for') : scoped) },
        );
        if (isCutOff) emit('device.cut-off', { deviceId: id, at });
        if (moves) emit('device.placed', { deviceId: id });
      },
      reason,
    );
    sources.forget();
  };
}

export type Steps = ReturnType<typeof createSteps>;
