import type { UpdateQuery } from 'mongoose';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { isDuplicateKey } from '../database/duplicate-key.ts';
import { inTransaction } from '../database/transaction.ts';
import { Conflict, IllegalTransition, InvalidInput, NotFound } from '../errors.ts';
import { actorOf, type Caller } from '../identity/caller.ts';
import { within } from '../identity/rights/within.ts';
import { digest, newSecret } from '../identity/secrets.ts';
import type { Finding } from './finding.ts';
import { type DeviceVerb, transitionOf, whyRefused } from './lifecycle.ts';
import { type DeviceRecord, deviceModels } from './model.ts';
import type { rotateSecretBody } from './schema.ts';
import type { Sources } from './sources.ts';

const minute = 60_000;

/** What people do with a device, by the table of its life. */
export function createLife(context: Context, deps: { finding: Finding; sources: Pick<Sources, 'forget'> }) {
  const { Device } = deviceModels(context.connection);

  const step = async (
    caller: Caller,
    id: string,
    verb: DeviceVerb,
    reason: string,
    decide: (device: DeviceRecord, at: Date) => { update?: UpdateQuery<DeviceRecord>; cutsOff?: boolean } = () => ({}),
  ): Promise<void> => {
    const { to, permission, cutsOff } = transitionOf(verb);
    await inTransaction(
      context,
      actorOf(caller),
      async ({ session, emit }) => {
        const scoped = within(caller, permission);
        const device = await Device.findById(id, null, { session, ...scoped }).lean<DeviceRecord>();
        if (!device) throw new NotFound(`There is no device ${id}`);
        const refusal = whyRefused(device, verb);
        if (refusal) throw new IllegalTransition(refusal.en);
        const at = context.clock();
        const { update, cutsOff: cutsOffToo } = decide(device, at);
        const away = cutsOff && device.connection && { connection: { status: 'offline' as const, at } };
        await Device.updateOne(
          { _id: id },
          {
            ...update,
            $set: { ...update?.$set, ...(to && { state: to }), ...away },
            $push: { history: { verb, by: caller.username, at, reason } },
          },
          { session, ...scoped },
        );
        if (cutsOff || cutsOffToo) emit('device.cut-off', { deviceId: id });
      },
      reason,
    );
    deps.sources.forget();
  };

  return {
    /** Its connections end at once, and nothing is taken from it until it is enabled. */
    async disableDevice(caller: Caller, id: string, reason: string) {
      await step(caller, id, 'disable', reason);
      return deps.finding.viewOf(caller, id);
    },

    async enableDevice(caller: Caller, id: string, reason: string) {
      await step(caller, id, 'enable', reason);
      return deps.finding.viewOf(caller, id);
    },

    /**
     * For good. Its secret is replaced by one that nobody knows; its access token stays taken, so that it signs nobody in;
     * its name behind a gateway is free for another device.
     */
    async retireDevice(caller: Caller, id: string, reason: string) {
      await step(caller, id, 'retire', reason, () => ({
        update: { $set: { secretHash: digest(newSecret()) }, $unset: { previousSecret: 1, externalKey: 1 } },
      }));
      return deps.finding.viewOf(caller, id);
    },

    /**
     * The answer holds the new secret, this once. The old one signs in until the overlap is over; one before that no more.
     * An access token is replaced without an overlap.
     */
    async rotateSecret(caller: Caller, id: string, body: z.infer<typeof rotateSecretBody>) {
      const { reason, overlapMinutes } = body;
      const secret = newSecret();
      const accessToken = body.accessToken === true ? newSecret() : body.accessToken;
      await step(caller, id, 'rotate-secret', reason, (device, at) => {
        if (accessToken !== undefined && device.accessTokenHash === undefined)
          throw InvalidInput.field('/accessToken', 'this device signs in by its id and secret');
        const previousSecret = { hash: device.secretHash, until: new Date(at.getTime() + overlapMinutes * minute) };
        const token = accessToken !== undefined && { accessTokenHash: digest(accessToken) };
        const set = { secretHash: digest(secret), ...token };
        return overlapMinutes > 0
          ? { update: { $set: { ...set, previousSecret } }, cutsOff: accessToken !== undefined }
          : { update: { $set: set, $unset: { previousSecret: 1 } }, cutsOff: true };
      }).catch((error: unknown) => {
        if (!isDuplicateKey(error)) throw error;
        throw new Conflict('Another device has this access token', [{ pointer: '/accessToken', message: 'is taken' }]);
      });
      return {
        ...(await deps.finding.viewOf(caller, id)),
        secret,
        ...(accessToken !== undefined && { accessToken }),
      };
    },
  };
}
