import type { z } from 'zod';
import { isDuplicateKey } from '../database/duplicate-key.ts';
import { Conflict, InvalidInput } from '../errors.ts';
import type { Caller } from '../identity/caller.ts';
import { digest, newSecret } from '../identity/secrets.ts';
import type { Finding } from './finding.ts';
import type { rotateSecretBody } from './schema.ts';
import { newDeviceSecret } from './secret.ts';
import type { Steps } from './steps.ts';

const minute = 60_000;

/** What people do with a device, by the table of its life. */
export function createLife({ finding, step }: { finding: Finding; step: Steps }) {
  return {
    /** Its connections end at once, and nothing is taken from it until it is enabled. */
    async disableDevice(caller: Caller, id: string, reason: string) {
      await step(caller, id, 'disable', reason);
      return finding.viewOf(caller, id);
    },

    async enableDevice(caller: Caller, id: string, reason: string) {
      await step(caller, id, 'enable', reason);
      return finding.viewOf(caller, id);
    },

    /**
     * For good. Its secret is replaced by one that nobody knows; its access token stays taken, so that it signs nobody in;
     * its name behind a gateway is free for another device.
     */
    async retireDevice(caller: Caller, id: string, reason: string) {
      await step(caller, id, 'retire', reason, () => ({
        update: { $set: { secretHash: digest(newSecret()) }, $unset: { previousSecret: 1, externalKey: 1 } },
      }));
      return finding.viewOf(caller, id);
    },

    /**
     * The answer holds the new secret, this once. The old one signs in until the overlap is over; one before that no more.
     * An access token is replaced without an overlap.
     */
    async rotateSecret(caller: Caller, id: string, body: z.infer<typeof rotateSecretBody>) {
      const { reason, overlapMinutes } = body;
      const secret = newDeviceSecret();
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
        ...(await finding.viewOf(caller, id)),
        secret,
        ...(accessToken !== undefined && { accessToken }),
      };
    },
  };
}
