import { type ClientSession, type Connection, Schema, Types } from 'mongoose';
import type { Context } from '../../context.ts';
import { audited } from '../../database/change-log/audited.ts';
import { guarded } from '../../database/guard.ts';
import type { Caller } from '../../identity/caller.ts';
import { within } from '../../identity/rights/within.ts';
import { canonicalIdentifier, type OwnBatchOf } from '../rules/gs1/identifier.ts';
import type { MasterDataElement } from './document.ts';

/** What a sender tells of a thing; another sender may tell otherwise. */
interface MasterDataRecord {
  _id: Types.ObjectId;
  /** Canonical. */
  identifier: string;
  type: string;
  /** Values in JSON, where they are no text. */
  attributes: { name: string; value: string }[];
  recordedAt: Date;
  divisionCode: string;
  producerId?: Types.ObjectId;
}

const schema = new Schema<MasterDataRecord>(
  {
    identifier: { type: String, required: true },
    type: { type: String, required: true },
    attributes: [{ name: String, value: String, _id: false }],
    recordedAt: { type: Date, required: true },
    divisionCode: { type: String, required: true },
    producerId: Schema.Types.ObjectId,
  },
  { collection: 'epcis_master_data', versionKey: false },
);
schema.index({ identifier: 1, type: 1, divisionCode: 1, producerId: 1 }, { unique: true });
schema.index({ 'attributes.name': 1, 'attributes.value': 1 });
guarded(schema, { resource: 'events' });
audited(schema, { resource: 'event-master-data' });

export function masterDataModel(connection: Connection) {
  return connection.model<MasterDataRecord>('EpcisMasterData', schema);
}

/** Names that other systems give to their lots, places and parties, told in the headers of their documents. */
export function createMasterData(context: Context, ownBatchOf: OwnBatchOf) {
  const MasterData = masterDataModel(context.connection);

  return {
    /** The newest word of a sender replaces the earlier one. */
    async store(session: ClientSession, caller: Caller, elements: readonly MasterDataElement[]): Promise<void> {
      const scoped = within(caller, 'events:create');
      for (const { type, id, attributes } of elements) {
        const identifier = canonicalIdentifier(id, ownBatchOf);
        const producerId = caller.producerId === undefined ? undefined : new Types.ObjectId(caller.producerId);
        const key = {
          identifier,
          type,
          divisionCode: caller.divisionCode,
          producerId: producerId ?? { $exists: false },
        };
        const facts = {
          attributes: attributes.map(({ id: name, value }) => ({ name, value: textOf(value) })),
          recordedAt: context.clock(),
        };
        const { matchedCount } = await MasterData.updateOne(key, { $set: facts }, { session, ...scoped });
        if (matchedCount > 0) continue;
        const record = {
          identifier,
          type,
          divisionCode: caller.divisionCode,
          ...(producerId && { producerId }),
          ...facts,
        };
        await MasterData.create([record], { session, ...scoped });
      }
    },

    /** Identifiers of the things of which one of the attributes is told, with one of the values if any are named. */
    async withAttribute(caller: Caller, attributes: readonly string[], values?: string[]): Promise<string[]> {
      const told = { $elemMatch: { name: { $in: attributes }, ...(values && { value: { $in: values } }) } };
      const scoped = within(caller, 'events:read');
      return MasterData.distinct('identifier', { attributes: told }, scoped);
    },
  };
}

/** The names of these things as far as the caller may read them; the newest where several tell one. */
export async function namesOf(context: Context, caller: Caller, identifiers: string[]): Promise<Map<string, string>> {
  const found = await masterDataModel(context.connection)
    .find({ identifier: { $in: identifiers } }, null, within(caller, 'events:read'))
    .sort({ recordedAt: 1 })
    .lean<MasterDataRecord[]>();
  return new Map(
    found.flatMap(({ identifier, attributes }) => {
      const name = attributes.find((each) => nameAttributes.includes(each.name.replace(/^.*[:#]/, '')));
      return name ? [[identifier, name.value] as const] : [];
    }),
  );
}

const nameAttributes = ['descriptionShort', 'name'];

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}

export type MasterData = ReturnType<typeof createMasterData>;
