import type { z } from 'zod';
import type { Context } from '../context.ts';
import { isDuplicateKey } from '../database/duplicate-key.ts';
import { createRecord, inTransaction } from '../database/transaction.ts';
import { Conflict, InvalidInput } from '../errors.ts';
import { actorOf, type Caller } from '../identity/caller.ts';
import { within } from '../identity/rights/within.ts';
import { digest, newSecret } from '../identity/secrets.ts';
import type { Finding } from './finding.ts';
import { type DeviceRecord, deviceModels, type FieldMappingRecord } from './model.ts';
import { type PlacesDependencies, placeOf } from './places.ts';
import { externalKey } from './rules.ts';
import type { createDeviceBody, fieldMapping } from './schema.ts';
import type { Sources } from './sources.ts';

interface Deps extends PlacesDependencies {
  finding: Finding;
  sources: Pick<Sources, 'forget'>;
}

/** New devices, and how their vendors' names become metrics. */
export function createRegistration(context: Context, { divisions, producers, finding, sources }: Deps) {
  const { Device } = deviceModels(context.connection);

  const behindGateway = async (caller: Caller, { gatewayId, externalId }: z.infer<typeof createDeviceBody>) => {
    if (gatewayId === undefined || externalId === undefined) return {};
    const gateway = await Device.findById(gatewayId, null, within(caller, 'devices:create')).lean<DeviceRecord>();
    if (gateway?.kind !== 'gateway') throw InvalidInput.field('/gatewayId', 'is not a device of kind gateway');
    return { gatewayId, externalId, externalKey: externalKey(gatewayId, externalId) };
  };

  return {
    /** The answer holds the secret and the access token, this once: only their hashes are stored. */
    async createDevice(caller: Caller, body: z.infer<typeof createDeviceBody>) {
      const place = await placeOf({ divisions, producers }, caller, body);
      const from = body.placedFrom === undefined ? undefined : new Date(body.placedFrom);
      if (from && from > context.clock()) throw InvalidInput.field('/placedFrom', 'is in the future');
      const behind = await behindGateway(caller, body);
      const secret = newSecret();
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
      try {
        await createRecord(context, actorOf(caller), Device, device, within(caller, 'devices:create'));
      } catch (error) {
        throw takenBy(error, body) ?? error;
      }
      sources.forget();
      return {
        ...(await finding.viewOf(caller, body.id)),
        secret,
        ...(accessToken !== undefined && { accessToken }),
      };
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

/** Which of the names that must be the device's own somebody else has. */
function takenBy(error: unknown, body: z.infer<typeof createDeviceBody>): Conflict | null {
  if (!isDuplicateKey(error)) return null;
  const { keyPattern = {} } = error as { keyPattern?: Record<string, unknown> };
  const taken = (field: string, what: string) => new Conflict(what, [{ pointer: `/${field}`, message: 'is taken' }]);
  if ('externalKey' in keyPattern)
    return taken('externalId', `${body.externalId} is registered at ${body.gatewayId} already`);
  if ('accessTokenHash' in keyPattern) return taken('accessToken', 'Another device has this access token');
  return taken('id', `The device id ${body.id} is taken`);
}
