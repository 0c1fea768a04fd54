import type { Context } from '../context.ts';
import { unscoped } from '../database/guard.ts';
import { inTransaction } from '../database/transaction.ts';
import { digest, matchesDigest } from '../identity/secrets.ts';
import { inState, stateOf, whyUnheard } from './lifecycle.ts';
import { type DeviceRecord, deviceModels, type FieldMappingRecord } from './model.ts';
import { externalKey } from './rules.ts';

/** The registered device behind a message, with how its vendor's names become metrics. */
export interface SourceOfMessages {
  device: string;
  mapping?: FieldMappingRecord;
  /** Why nothing is taken from it. */
  unheard?: string;
}

/** A device that has signed in. */
export interface SignedIn {
  device: string;
  /** With the secret before the last rotation, which is good until then. */
  until?: Date;
}

/** A registration made by another instance of the platform is seen after so long. */
const keptMilliseconds = 10_000;
const mostKept = 20_000;
const whoeverItIs = unscoped('the sender signs in, or its message is told apart');

/** Who signs in, and whose messages they are. */
export function createSources(context: Context) {
  const { Device } = deviceModels(context.connection);
  const kept = new Map<string, { source: SourceOfMessages | null; readAt: number }>();
  let changes = 0;

  /** It has been heard for the first time. That it cannot be noted is no reason not to hear it. */
  const activate = async (device: DeviceRecord): Promise<void> => {
    if (stateOf(device) !== 'registered') return;
    const { _id: id, name } = device;
    try {
      await inTransaction(context, { kind: 'device', id, name }, ({ session }) =>
        Device.updateOne(
          { _id: id, ...inState('registered') },
          { $set: { state: 'active' } },
          { session, ...whoeverItIs },
        ),
      );
    } catch (error) {
      context.log.warn({ err: error, device: id }, 'first sign-in not noted; the next will be');
    }
  };

  /** Is this the secret of that device, and may the device come in? An unknown device costs the same work. */
  const signIn = async (filter: { _id: string; kind?: string }, secret: Buffer): Promise<SignedIn | null> => {
    const device = await Device.findOne(filter, null, whoeverItIs)
      .select({ name: 1, state: 1, secretHash: 1, previousSecret: 1 })
      .lean<DeviceRecord>();
    const current = matchesDigest(secret, device?.secretHash ?? digest(''));
    const { hash, until } = device?.previousSecret ?? { hash: digest(''), until: new Date(0) };
    const previous = matchesDigest(secret, hash) && context.clock() < until;
    if (!device || !(current || previous) || whyUnheard(device)) return null;
    await activate(device);
    return { device: device._id, ...(!current && { until }) };
  };

  const find = async (sender: string, child: string | undefined): Promise<SourceOfMessages | null> => {
    const filter = child === undefined ? { _id: sender } : { externalKey: externalKey(sender, child) };
    const device = await Device.findOne(filter, null, whoeverItIs)
      .select({ name: 1, state: 1, mapping: 1 })
      .lean<DeviceRecord>();
    if (!device) return null;
    const unheard = whyUnheard(device);
    if (child !== undefined) await activate(device);
    return { device: device._id, ...(device.mapping && { mapping: device.mapping }), ...(unheard && { unheard }) };
  };

  return {
    authenticate: (id: string, secret: Buffer) => signIn({ _id: id }, secret),

    /** A gateway or network server, which publishes for the devices registered behind it. */
    authenticateGateway: (name: string, secret: Buffer) => signIn({ _id: name, kind: 'gateway' }, secret),

    /** The device whose access token this is. */
    async deviceOfToken(token: string): Promise<string | null> {
      const device = await Device.findOne({ accessTokenHash: digest(token) }, null, whoeverItIs)
        .select({ name: 1, state: 1 })
        .lean<DeviceRecord>();
      if (!device || whyUnheard(device)) return null;
      await activate(device);
      return device._id;
    },

    /** The device to which this client certificate is bound, by its SHA-256 fingerprint. */
    async deviceOfCertificate(fingerprint: string): Promise<{ id: string; kind: string } | null> {
      const device = await Device.findOne({ 'certificates.fingerprint': fingerprint }, null, whoeverItIs)
        .select({ name: 1, kind: 1, state: 1 })
        .lean<DeviceRecord>();
      if (!device || whyUnheard(device)) return null;
      await activate(device);
      return { id: device._id, kind: device.kind };
    },

    /**
     * The device that sent a message: the sender itself, or the one behind it with that external id. While the database is
     * away the last known answer holds.
     */
    async sourceOf(sender: string, child?: string): Promise<SourceOfMessages | null> {
      const key = JSON.stringify([sender, child]);
      const known = kept.get(key);
      const now = context.clock().getTime();
      if (known && now - known.readAt < keptMilliseconds) return known.source;
      const before = changes;
      try {
        const source = await find(sender, child);
        if (kept.size >= mostKept) kept.clear();
        if (before === changes) kept.set(key, { source, readAt: now });
        return source;
      } catch (error) {
        if (!known) throw error;
        return known.source;
      }
    },

    /** What is registered has changed. */
    forget(): void {
      changes += 1;
      kept.clear();
    },
  };
}

export type Sources = ReturnType<typeof createSources>;
