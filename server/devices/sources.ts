import type { Context } from '../context.ts';
import { unscoped } from '../database/guard.ts';
import { digest, matchesDigest } from '../identity/secrets.ts';
import { type DeviceRecord, deviceModels, type FieldMappingRecord } from './model.ts';
import { externalKey } from './rules.ts';

/** The registered device behind a message, with how its vendor's names become metrics. */
export interface SourceOfMessages {
  device: string;
  mapping?: FieldMappingRecord;
}

/** A registration made by another instance of the platform is seen after so long. */
const keptMilliseconds = 10_000;
const mostKept = 20_000;
const whoeverItIs = unscoped('the sender signs in, or its message is told apart');

/** Who signs in, and whose messages they are. */
export function createSources(context: Context) {
  const { Device } = deviceModels(context.connection);
  const kept = new Map<string, { source: SourceOfMessages | null; readAt: number }>();

  /** Is this the secret of that device? An unknown device costs the same work. */
  const hasSecret = async (filter: { _id: string; kind?: string }, secret: Buffer): Promise<boolean> => {
    const device = await Device.findOne(filter, null, whoeverItIs).select({ secretHash: 1 }).lean<DeviceRecord>();
    return matchesDigest(secret, device?.secretHash ?? digest('')) && device !== null;
  };

  const find = async (sender: string, child: string | undefined): Promise<SourceOfMessages | null> => {
    const filter = child === undefined ? { _id: sender } : { externalKey: externalKey(sender, child) };
    const device = await Device.findOne(filter, null, whoeverItIs).select({ mapping: 1 }).lean<DeviceRecord>();
    return device && { device: device._id, ...(device.mapping && { mapping: device.mapping }) };
  };

  return {
    authenticate: (id: string, secret: Buffer) => hasSecret({ _id: id }, secret),

    /** A gateway or network server, which publishes for the devices registered behind it. */
    authenticateGateway: (name: string, secret: Buffer) => hasSecret({ _id: name, kind: 'gateway' }, secret),

    /** The device whose access token this is. */
    async deviceOfToken(token: string): Promise<string | null> {
      const device = await Device.findOne({ accessTokenHash: digest(token) }, null, whoeverItIs)
        .select({ _id: 1 })
        .lean<DeviceRecord>();
      return device?._id ?? null;
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
      try {
        const source = await find(sender, child);
        if (kept.size >= mostKept) kept.clear();
        kept.set(key, { source, readAt: now });
        return source;
      } catch (error) {
        if (!known) throw error;
        return known.source;
      }
    },

    /** What is registered has changed. */
    forget(): void {
      kept.clear();
    },
  };
}
