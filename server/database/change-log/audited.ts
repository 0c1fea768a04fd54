import { randomBytes } from 'node:crypto';
import type { ClientSession, Document, Model, Query, Schema, Types } from 'mongoose';
import { personalFields } from '../../privacy/marking.ts';
import { unscoped } from '../guard.ts';
import { attributionOf } from './actor.ts';
import { canonical, digestOf, type Fields, publicSalt } from './digest.ts';
import { type ChangeEntry, changeEntries, type FieldChange } from './entry.ts';

export interface Audited {
  /** The resource's name in the interface: `batches`. */
  resource: string;
  /** What devices report again and again and nobody decides: kept out of the log. */
  telemetry?: readonly string[];
  /** Records that are no division's: their entries are for auditors of the city. All others must name their division. */
  ofNoDivision?: true;
  /** What of a record anybody may see and hold against the log: text and truth values alone, nothing personal. */
  publicForm?: (record: Fields) => Fields;
  /** Secrets: the log tells that they changed, not into what. */
  secrets?: readonly string[];
}

const forTheLog = unscoped('the audit log takes in every change');

type Stored = Fields & { _id: unknown; divisionCode?: string };
type AnyModel = Model<Stored>;

const auditedSchemas = new Map<Schema, Audited>();

/** How a model is audited; undefined when it is not. */
export function auditedAs(schema: Schema): Audited | undefined {
  return auditedSchemas.get(schema);
}

/** What stands in the log for a personal value: that there was one. The record alone holds it, so that it can be erased. */
export const withheld = '***';

/** The record as the log vouches for it. */
export function vouchedFor(record: Fields, { telemetry = [] }: Audited): Fields {
  return Object.fromEntries(Object.entries(record).filter(([field]) => !telemetry.includes(field)));
}

function changesBetween(
  before: Fields,
  after: Fields,
  { secrets = [] }: Audited,
  personal: readonly string[],
): FieldChange[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => field !== '_id' && field !== '__v')
    .sort();
  return fields.flatMap((field): FieldChange[] => {
    if (canonical(before[field] ?? null) === canonical(after[field] ?? null)) return [];
    if (secrets.includes(field)) return [{ field }];
    const kept = (value: unknown) => (personal.includes(field) ? withheld : value);
    return [
      {
        field,
        ...(before[field] !== undefined && { before: kept(before[field]) }),
        ...(after[field] !== undefined && { after: kept(after[field]) }),
      },
    ];
  });
}

type Pair = { before: Stored | undefined; after: Stored };

/** Writes an entry for each record that changed, in the transaction that changes it. */
async function record(model: AnyModel, session: ClientSession, pairs: Pair[], how: Audited): Promise<void> {
  const { actor, at, reason } = attributionOf(session, how.resource);
  const entries = pairs.flatMap(({ before, after }): Omit<ChangeEntry, '_id'>[] => {
    const [old, now] = [vouchedFor(before ?? {}, how), vouchedFor(after, how)];
    const changes = changesBetween(old, now, how, personalFields(model.schema as unknown as Schema));
    if (before && changes.length === 0) return [];
    if (after.divisionCode === undefined && !how.ofNoDivision)
      throw new Error(
        `${how.resource} ${String(after._id)} names no division: the audit log cannot tell who may read of it`,
      );
    const salt = randomBytes(16).toString('base64url');
    return [
      {
        at,
        actor,
        action: before ? 'update' : 'create',
        resource: how.resource,
        recordId: String(after._id),
        ...(after.divisionCode !== undefined && { divisionCode: after.divisionCode }),
        ...(reason !== undefined && { reason }),
        changes,
        salt,
        recordDigest: digestOf(salt, now),
        ...(how.publicForm && { publicDigest: digestOf(publicSalt(salt), how.publicForm(after)) }),
        pending: true,
      },
    ];
  });
  if (entries.length > 0) await changeEntries(model.db).insertMany(entries, { session });
}

/** Whether an update touches nothing but what is kept out of the log. */
function isTelemetry(update: unknown, { telemetry = [] }: Audited): boolean {
  if (!update || typeof update !== 'object' || Array.isArray(update)) return false;
  const fields = Object.values(update as Record<string, object>).flatMap((operands) => Object.keys(operands));
  return fields.length > 0 && fields.every((field) => telemetry.includes(field.split('.')[0] ?? ''));
}

const notAllowed = ['deleteOne', 'deleteMany', 'findOneAndDelete', 'replaceOne', 'findOneAndReplace'] as const;

/**
 * Puts a model's records under the audit log: each change must be made in a transaction that says who makes it, and
 * writes its entry there. What cannot be followed record by record is refused, so that no change goes by unseen.
 */
export function audited<Record>(schema: Schema<Record>, how: Audited): void {
  auditedSchemas.set(schema as unknown as Schema, how);
  const earlier = new WeakMap<object, Stored[]>();

  schema.pre('save', async function (this: Document) {
    attributionOf(this.$session(), how.resource);
    if (this.isNew) return;
    const model = this.constructor as AnyModel;
    const found = await model.findById(this._id, null, forTheLog).session(this.$session()).lean<Stored>();
    earlier.set(this, found ? [found] : []);
  });

  schema.post('save', async function (this: Document) {
    const [before] = earlier.get(this) ?? [];
    const session = this.$session() as ClientSession;
    const model = this.constructor as AnyModel;
    const after = await model.findById(this._id, null, forTheLog).session(session).lean<Stored>();
    if (after) await record(model, session, [{ before, after }], how);
  });

  schema.pre(['updateOne', 'updateMany', 'findOneAndUpdate'], { query: true, document: false }, async function () {
    const query = this as unknown as Query<unknown, Stored>;
    if (isTelemetry(query.getUpdate(), how)) return;
    const { session } = query.getOptions();
    attributionOf(session, how.resource);
    const found = await query.model
      .find(query.getFilter(), null, forTheLog)
      .session(session ?? null)
      .lean<Stored[]>();
    earlier.set(query, found);
  });

  schema.post(
    ['updateOne', 'updateMany', 'findOneAndUpdate'],
    { query: true, document: false },
    async function (result) {
      const query = this as unknown as Query<unknown, Stored>;
      const before = earlier.get(query);
      if (!before) return;
      const session = query.getOptions().session as ClientSession;
      const upserted = (result as { upsertedId?: Types.ObjectId | null } | null)?.upsertedId;
      const ids = [...before.map(({ _id }) => _id), ...(upserted ? [upserted] : [])];
      const after = await query.model
        .find({ _id: { $in: ids } } as object, null, forTheLog)
        .session(session)
        .lean<Stored[]>();
      const olds = new Map(before.map((each) => [String(each._id), each]));
      const pairs = after.map((each) => ({ before: olds.get(String(each._id)), after: each }));
      await record(query.model as AnyModel, session, pairs, how);
    },
  );

  for (const operation of [...notAllowed, 'insertMany', 'bulkWrite'] as const)
    schema.pre(operation as 'deleteMany', () => {
      throw new Error(`${operation} is not allowed on ${how.resource}: the audit log could not follow it`);
    });
}
