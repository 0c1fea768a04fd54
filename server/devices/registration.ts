import type { z } from 'zod';
import type { Context } from '../context.ts';
import { isDuplicateKey } from '../database/duplicate-key.ts';
import { unscoped } from '../database/guard.ts';
import { createRecord, inTransaction } from '../database/transaction.ts';
import { Conflict, InvalidInput } from '../errors.ts';
import { actorOf, type Caller } from '../identity/caller.ts';
import { requireRight, within } from '../identity/rights/within.ts';
import { digest, newSecret } from '../identity/secrets.ts';
import type { Finding } from './finding.ts';
import { type DeviceRecord, deviceModels, type FieldMappingRecord } from './model.ts';
import { type PlacesDependencies, placeOf } from './places.ts';
import { externalKey } from './rules.ts';
import type { createDeviceBody, fieldMapping } from './schema.ts';
import { newDeviceSecret } from './secret.ts';
import type { Sources } from './sources.ts';

interface Deps extends PlacesDependencies {
  finding: Finding;
  sources: Pick<Sources, 'forget'>;
}

const whosever = unscoped('a name is taken, whosever device has it');

/** New devices, and how their vendors' names become metrics. */
export function createRegistration(context: Context, { divisions, producers, finding, sources }: Deps) {
  const { Device } = deviceModels(context.connection);

  const behindGateway = async (caller: Caller, { gatewayId, externalId }: z.infer<typeof createDeviceBody>) => {
    if (gatewayId === undefined || externalId === undefined) return {};
    const gateway = await Device.findById(gatewayId, null, within(caller, 'devices:create')).lean<DeviceRecord>();
    if (gateway?.kind !== 'gateway') throw InvalidInput.field('/gatewayId', 'is not a device of kind gateway');
    return { gatewayId, externalId, externalKey: externalKey(gatewayId, externalId) };
  };

  /** Where it stands and behind what; throws when it could not be there. */
  const prepare = async (caller: Caller, body: z.infer<typeof createDeviceBody>) => {
    const place = await placeOf({ divisions, producers }, caller, body);
    const from = body.placedFrom === undefined ? undefined : new Date(body.placedFrom);
    if (from && from > context.clock()) throw InvalidInput.field('/placedFrom', 'is in the future');
    return { place, from, behind: await behindGateway(caller, body) };
  };

  /** As it is stored, with what is shown of it this once. */
  const newDevice = async (caller: Caller, body: z.infer<typeof createDeviceBody>) => {
    const { place, from, behind } = await prepare(caller, body);
    const secret = newDeviceSecret();
    const accessToken = body.accessToken === true ? newSecret() : body.accessToken;
    const device: DeviceRecord = {
      _id: body.id,
      name: body.name,
      kind: body.kind,
      state: 'registered',
      ...place,
      placements: [{ ...place, ...(from && { from }) }],
      ...behind,
      ...(body.mapping && { mapping: recordOf(body.mapping) }),
      secretHash: digest(secret),
      ...(accessToken !== undefined && { accessTokenHash: digest(accessToken) }),
      metrics: [],
      createdAt: context.clock(),
    };
    return { device, secret, ...(accessToken !== undefined && { accessToken }) };
  };

  return {
    /** @throws what `createDevice` would throw, as things are now */
    async checkDevice(caller: Caller, body: z.infer<typeof createDeviceBody>): Promise<void> {
      const { place, behind } = await prepare(caller, body);
      requireRight(caller, 'devices:create', place);
      if (await Device.exists({ _id: body.id }).setOptions(whosever))
        throw taken('id', `The device id ${body.id} is taken`);
      if (behind.externalKey && (await Device.exists({ externalKey: behind.externalKey }).setOptions(whosever)))
        throw taken('externalId', `${body.externalId} is registered at ${body.gatewayId} already`);
    },

    /** The answer holds the secret and the access token, this once: only their hashes are stored. */
    async createDevice(caller: Caller, body: z.infer<typeof createDeviceBody>) {
      const { device, ...shownOnce } = await newDevice(caller, body);
      try {
        await createRecord(context, actorOf(caller), Device, device, within(caller, 'devices:create'));
      } catch (error) {
        throw takenBy(error, body) ?? error;
      }
      sources.forget();
      return { ...(await finding.viewOf(caller, body.id)), ...shownOnce };
    },

    /** All of them, or none. The answer holds their secrets, this once. */
    async createDevices(caller: Caller, bodies: readonly z.infer<typeof createDeviceBody>[]) {
      const made: Awaited<ReturnType<typeof newDevice>>[] = [];
      for (const body of bodies) made.push(await newDevice(caller, body));
      const records = made.map(({ device }) => device);
      try {
        await inTransaction(context, actorOf(caller), ({ session }) =>
          Device.create(records, { session, ordered: true, ...within(caller, 'devices:create') }),
        );
      } catch (error) {
        throw isDuplicateKey(error)
          ? new Conflict('A name was taken since it was looked up: ask for a new report')
          : error;
      }
      sources.forget();
      return made.map(({ device, secret }) => ({ id: device._id, name: device.name, secret }));
    },

    /** Takes the place of the mapping that there was. */
    async mapDevice(caller: Caller, id: string, mapping: z.infer<typeof fieldMapping>) {
      await finding.requireDevice(caller, id, 'devices:create');
      await inTransaction(context, actorOf(caller), ({ session }) =>
        Device.updateOne(
          { _id: id },
          { $set: { mapping: recordOf(mapping) } },
          { session, ...within(caller, 'devices:create') },
        ),
      );
      sources.forget();
      return finding.viewOf(caller, id);
    },
  };
}

function recordOf({ sameNames, fields }: z.infer<typeof fieldMapping>): FieldMappingRecord {
  return {
    sameNames,
    fields: fields.map(({ field, metric, unit, ignored }) => ({
      field,
      ...(metric !== undefined && { metric }),
      ...(unit !== undefined && { unit }),
      ...(ignored && { ignored }),
    })),
  };
}

function taken(field: string, what: string): Conflict {
  return new Conflict(what, [{ pointer: `/${field}`, message: 'is taken' }]);
}

/** Which of the names that must be the device's own somebody else has. */
function takenBy(error: unknown, body: z.infer<typeof createDeviceBody>): Conflict | null {
  if (!isDuplicateKey(error)) return null;
  const { keyPattern = {} } = error as { keyPattern?: Record<string, unknown> };
  if ('externalKey' in keyPattern)
    return taken('externalId', `${body.externalId} is registered at ${body.gatewayId} already`);
  if ('accessTokenHash' in keyPattern) return taken('accessToken', 'Another device has this access token');
  return taken('id', `The device id ${body.id} is taken`);
}
