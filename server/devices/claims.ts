import { toDataURL } from 'qrcode';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { unscoped } from '../database/guard.ts';
import { inTransaction } from '../database/transaction.ts';
import { NotFound } from '../errors.ts';
import type { Caller } from '../identity/caller.ts';
import { digest, matchesDigest } from '../identity/secrets.ts';
import { newClaimCode, typedCode } from './claim-code.ts';
import { inState, stateOf } from './lifecycle.ts';
import { type DeviceRecord, deviceModels } from './model.ts';
import type { claimBody, issueClaimCodeBody } from './schema.ts';
import { newDeviceSecret } from './secret.ts';
import type { Sources } from './sources.ts';
import type { Steps } from './steps.ts';

const hour = 3_600_000;
/** After so many wrong codes the right one is no longer taken either. */
const mostFailures = 5;

const byItsCode = unscoped('whoever has the code of a device claims it');

/** How a device in the field gets its secret: somebody with the right gives out a code, and the first who posts it has the secret. */
export function createClaims(context: Context, { step, sources }: { step: Steps; sources: Pick<Sources, 'forget'> }) {
  const { Device } = deviceModels(context.connection);

  return {
    /** The answer holds the code, this once; a code given out before is good no more. */
    async issueClaimCode(caller: Caller, id: string, body: z.infer<typeof issueClaimCodeBody>) {
      const code = newClaimCode();
      const expiresAt = new Date(context.clock().getTime() + body.expiresInHours * hour);
      await step(caller, id, 'issue-claim-code', body.reason, () => ({
        update: { $set: { claim: { hash: digest(typedCode(code)), expiresAt }, claimFailures: 0 } },
      }));
      const text = `agritrace:claim:${id}:${code}`;
      const qr = await toDataURL(text, { errorCorrectionLevel: 'M', margin: 2, scale: 5 });
      return { id, code, expiresAt: expiresAt.toISOString(), text, qr };
    },

    /**
     * The device's new secret, once.
     * @throws NotFound alike for a device that there is not, a wrong code, one that has ended or was tried too often
     */
    async claimDevice({ id, code }: z.infer<typeof claimBody>): Promise<{ id: string; secret: string }> {
      const refused = new NotFound('No device can be claimed with this id and code');
      const device = await Device.findById(id, null, byItsCode).lean<DeviceRecord>();
      const hash = digest(typedCode(code));
      const right = matchesDigest(typedCode(code), device?.claim?.hash ?? digest(''));
      if (!device?.claim || stateOf(device) !== 'registered') throw refused;
      if (!right) {
        await Device.updateOne({ _id: id }, { $inc: { claimFailures: 1 } }).setOptions(byItsCode);
        context.log.warn({ device: id }, 'wrong claim code');
        throw refused;
      }
      const secret = newDeviceSecret();
      const at = context.clock();
      const claimed = await inTransaction(context, { kind: 'device', id, name: device.name }, ({ session }) =>
        Device.updateOne(
          {
            _id: id,
            ...inState('registered'),
            'claim.hash': hash,
            'claim.expiresAt': { $gt: at },
            claimFailures: { $lt: mostFailures },
          },
          {
            $set: { secretHash: digest(secret) },
            $unset: { claim: 1, previousSecret: 1 },
            $push: { history: { verb: 'claim', by: id, at, reason: 'claimed by its code' } },
          },
          { session, ...byItsCode },
        ),
      );
      if (claimed.modifiedCount === 0) throw refused;
      sources.forget();
      return { id, secret };
    },
  };
}
