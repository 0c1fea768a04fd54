import type { Document, Model, Query, Schema } from 'mongoose';
import { type FieldCipher, isSealed, type Place } from './cipher.ts';
import { cipherOf } from './keeper.ts';
import { isPersonalIn, type PersonalPath, personalPaths } from './marking.ts';

const operations = ['updateOne', 'updateMany', 'findOneAndUpdate', 'replaceOne', 'findOneAndReplace'] as const;

/**
 * Encrypts what the schema marks as personal on its way into the database. Saving a document does it by itself; an
 * update may set such a field when it names the record by `_id`, and may remove it. Any other way is refused, so that
 * nothing personal is ever stored in the clear.
 */
export function protectPersonal<Record>(schema: Schema<Record>): void {
  const paths = () => personalPaths(schema as unknown as Schema);

  schema.pre('save', function (this: Document) {
    const { db, collection } = this.constructor as unknown as Model<unknown>;
    for (const marked of paths()) {
      const text = this.get(marked.path) as unknown;
      if (!this.isModified(marked.path) || !isPersonalIn(this, marked)) continue;
      for (const [field, value] of Object.entries(protectedFields(db, collection.name, String(this._id), marked, text)))
        this.set(field, value);
    }
  });

  schema.pre([...operations], { query: true, document: false }, function () {
    const query = this as unknown as Query<unknown, unknown>;
    const update = query.getUpdate();
    const touched = paths().filter(({ path }) => touches(update, path));
    if (touched.length === 0) return;
    const { name } = query.model.collection;
    const id = (query.getFilter() as { _id?: unknown })._id;
    const { $set = {}, $unset = {} } = update as { $set?: Fields; $unset?: Fields };
    const set: Fields = { ...$set };
    const unset: Fields = { ...$unset };
    for (const marked of touched) {
      const settable = marked.path in set && id !== undefined && !isOperator(id) && !marked.onlyWhen;
      if (!settable && !(marked.path in unset))
        throw new Error(`${name} ${marked.path} is personal: save the document, or set it by the record's _id`);
      if (marked.path in set)
        Object.assign(set, protectedFields(query.model.db, name, String(id), marked, set[marked.path]));
      else if (marked.lookup) unset[marked.lookup] = 1;
    }
    query.setUpdate({
      ...update,
      ...(Object.keys(set).length > 0 && { $set: set }),
      ...(Object.keys(unset).length > 0 && { $unset: unset }),
    } as never);
  });

  for (const operation of ['insertMany', 'bulkWrite'] as const)
    schema.pre(operation as 'deleteMany', () => {
      throw new Error(`${operation} is not allowed on records with personal data: it would store them in the clear`);
    });
}

type Fields = Record<string, unknown>;

function protectedFields(
  connection: Model<unknown>['db'],
  collection: string,
  record: string,
  { path, lookup }: PersonalPath,
  value: unknown,
): Fields {
  if (value === undefined || value === null) return lookup ? { [path]: value, [lookup]: undefined } : { [path]: value };
  if (typeof value !== 'string') throw new TypeError(`${collection} ${path} must be text`);
  const cipher = cipherOf(connection);
  const place = { collection, record, field: path };
  const text = openedAt(cipher, value, place);
  return {
    [path]: text !== undefined && cipher.isCurrent(value) ? value : cipher.seal(text ?? value, place),
    ...(lookup && { [lookup]: cipher.lookups(text ?? value, place)[0] }),
  };
}

/** The text of a value that is encrypted already, as when a document is saved a second time. */
function openedAt(cipher: FieldCipher, value: string, place: Place): string | undefined {
  try {
    return isSealed(value) ? cipher.open(value, place) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether an update writes to the path, to what holds it, or to what it holds. */
function touches(update: unknown, path: string): boolean {
  if (!update || typeof update !== 'object') return false;
  if (Array.isArray(update)) return update.some((stage) => touches(stage, path));
  return Object.entries(update).some(([key, operands]) => {
    const names = key.startsWith('$') && operands && typeof operands === 'object' ? Object.keys(operands) : [key];
    return names.some((name) => name === path || name.startsWith(`${path}.`) || path.startsWith(`${name}.`));
  });
}

function isOperator(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).some((key) => key.startsWith('$'));
}
