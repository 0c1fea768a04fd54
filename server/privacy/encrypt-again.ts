import type { Connection, HydratedDocument, Model, Schema } from 'mongoose';
import type { Context } from '../context.ts';
import { system } from '../database/change-log/actor.ts';
import { unscoped } from '../database/guard.ts';
import { inTransaction } from '../database/transaction.ts';
import { isSealed } from './cipher.ts';
import type { DataKey } from './data-keys.ts';
import { cipherOf } from './keeper.ts';
import { keysInUse } from './keys-in-use.ts';
import { isPersonalIn, personalPaths, valueAt } from './marking.ts';

const everything = unscoped('keys are changed for every record');

type AnyModel = Model<{ _id: unknown }>;

/**
 * Encrypts with the newest key whatever another key has encrypted or still stands in the clear, record by record, each
 * change under the audit log. May be broken off at any time: the next run goes on with what is left. Afterwards the
 * older keys are needed for old backups alone.
 * @returns how many records were written
 */
export async function encryptAgain(context: Context, keys: readonly DataKey[], goOn: () => boolean): Promise<number> {
  const [newest] = keys;
  if (!newest) return 0;
  const models = (Object.values(context.connection.models) as AnyModel[]).filter((model) => fieldsOf(model).length > 0);
  const fields = models.flatMap(fieldsOf);
  if (!(await isNeeded(context.connection, newest.id, fields))) return 0;
  let written = 0;
  for (const model of models) {
    for await (const record of model.find({}, null, everything).sort({ _id: 1 }).lean<{ _id: unknown }[]>().cursor()) {
      if (!goOn()) return written;
      if (outdatedIn(model, record as object).length === 0) continue;
      await encryptRecord(context, model, (record as { _id: unknown })._id);
      written++;
      if (written % 1_000 === 0) context.log.info({ written }, 'encrypting personal data with the newest key');
    }
  }
  await keysInUse(context.connection).updateOne({ _id: newest.id }, { $set: { encrypted: fields } });
  await keysInUse(context.connection).deleteMany({ _id: { $ne: newest.id } });
  if (written > 0) context.log.info({ written, key: newest.id }, 'personal data are encrypted with the newest key');
  return written;
}

/** A field that was marked as personal since then stands in the clear in older records. */
async function isNeeded(connection: Connection, newest: string, fields: readonly string[]): Promise<boolean> {
  const inUse = await keysInUse(connection).find().toArray();
  return inUse.some(({ _id, encrypted = [] }) => _id !== newest || !fields.every((field) => encrypted.includes(field)));
}

function fieldsOf({ collection, schema }: AnyModel): string[] {
  return personalPaths(schema as unknown as Schema).map(({ path }) => `${collection.name}.${path}`);
}

function outdatedIn(model: AnyModel, record: object): string[] {
  const cipher = cipherOf(model.db);
  return personalPaths(model.schema as unknown as Schema)
    .filter((marked) => {
      const value = valueAt(record, marked.path);
      if (typeof value !== 'string' || !isPersonalIn(record, marked)) return false;
      return !isSealed(value) || !cipher.isCurrent(value);
    })
    .map(({ path }) => path);
}

async function encryptRecord(context: Context, model: AnyModel, id: unknown): Promise<void> {
  await inTransaction(
    context,
    system('privacy'),
    async ({ session }) => {
      const document: HydratedDocument<{ _id: unknown }> | null = await model
        .findById(id, null, everything)
        .session(session);
      if (!document) return;
      for (const path of outdatedIn(model, document.toObject())) document.markModified(path);
      await document.save({ session, ...everything });
    },
    'encryption with the newest key',
  );
}
