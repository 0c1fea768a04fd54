import type { Model, Schema } from 'mongoose';
import { isSealed, Unreadable } from './cipher.ts';
import { cipherOf } from './keeper.ts';
import { isPersonalIn, type PersonalPath, personalPaths, valueAt } from './marking.ts';
import { mask } from './mask.ts';

type Stored = { _id: unknown };

/** The record with everything personal masked: how it leaves the platform by default. */
export function masked<Record extends Stored>(model: Model<Record>, record: Record): Record {
  return withPersonal(model, record, (marked, open) => mask(marked.kind, open()));
}

/** The record in the clear. For what has a right to it and is logged (`reveal`), or stays inside. */
export function inTheClear<Record extends Stored>(model: Model<Record>, record: Record): Record {
  return withPersonal(model, record, (_marked, open) => open());
}

/** The paths that hold something personal in this record. */
export function personalIn<Record extends Stored>(model: Model<Record>, record: Record): string[] {
  return personalPaths(model.schema as unknown as Schema)
    .filter((marked) => isPersonalIn(record, marked) && valueAt(record, marked.path) !== undefined)
    .map(({ path }) => path);
}

/** Finds records by a personal value in either form: in the clear where it is not personal, by its keyed hash where it is. */
export function findsBy<Record>(model: Model<Record>, path: string, text: string): object {
  return { $or: waysToFind(model, path, text) };
}

/** The same as filters of their own, each of which has an index where a choice between them has none. */
export function waysToFind<Record>(model: Model<Record>, path: string, text: string): object[] {
  const marked = personalPaths(model.schema as unknown as Schema).find((each) => each.path === path);
  if (!marked?.lookup) throw new Error(`${model.collection.name} ${path} cannot be searched`);
  const lookups = cipherOf(model.db).lookups(text, { collection: model.collection.name, field: path });
  return [{ [marked.lookup]: { $in: lookups } }, ...(marked.onlyWhen ? [{ [path]: text }] : [])];
}

function withPersonal<Record extends Stored>(
  model: Model<Record>,
  record: Record,
  shown: (marked: PersonalPath, open: () => string) => string,
): Record {
  let copy = record;
  for (const marked of personalPaths(model.schema as unknown as Schema)) {
    const value = valueAt(record, marked.path);
    if (typeof value !== 'string' || !isPersonalIn(record, marked)) continue;
    const place = { collection: model.collection.name, record: String(record._id), field: marked.path };
    const open = () => {
      if (!isSealed(value)) throw new Unreadable(`${place.collection} ${place.record} ${place.field} is not encrypted`);
      return cipherOf(model.db).open(value, place);
    };
    copy = replaced(copy, marked.path.split('.'), shown(marked, open));
  }
  return copy;
}

function replaced<Part>(part: Part, [name = '', ...rest]: string[], value: string): Part {
  const inner = (part as { [key: string]: unknown })[name];
  return { ...part, [name]: rest.length > 0 ? replaced(inner, rest, value) : value };
}
