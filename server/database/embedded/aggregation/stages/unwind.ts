import { EngineError } from '../../errors.ts';
import { parsePath } from '../../query/path.ts';
import { changeAt, closeNode, type MutableDocument, openDocument } from '../../update/mutable.ts';
import { elements, items, readBoolean, readField, readString, type, typeNames, type Value } from '../../values/bson.ts';
import { int64, nullValue } from '../../values/build.ts';
import type { Stage } from '../stage.ts';

type Unwind = { path: string; indexField?: string; keepsEmpty: boolean };

function parseUnwindOptions(value: Value): Unwind {
  if (value.type === type.string) return { path: readString(value), keepsEmpty: false };
  if (value.type !== type.object)
    throw new EngineError(
      15981,
      `expected either a string or an object as specification for $unwind stage, got ${typeNames[value.type]}`,
    );
  const options: Unwind = { path: '', keepsEmpty: false };
  for (const { name, value: option } of elements(value)) {
    if (name === 'path' && option.type === type.string) options.path = readString(option);
    else if (name === 'includeArrayIndex' && option.type === type.string) options.indexField = readString(option);
    else if (name === 'preserveNullAndEmptyArrays' && option.type === type.boolean)
      options.keepsEmpty = readBoolean(option);
    else throw new EngineError(28811, `unrecognized option to $unwind stage: ${name}`);
  }
  if (options.path === '') throw new EngineError(28812, 'no path specified to $unwind stage');
  return options;
}

/** The value at a path through documents alone: `$unwind` does not look into arrays on its way. */
function nested(document: Value, names: readonly Buffer[]): Value | undefined {
  let value: Value | undefined = document;
  for (const name of names) {
    if (value?.type !== type.object) return undefined;
    value = readField(value.bytes, value.start, name);
  }
  return value;
}

export function parseUnwind(value: Value): Stage {
  const { path, indexField, keepsEmpty } = parseUnwindOptions(value);
  if (!path.startsWith('$'))
    throw new EngineError(28818, `path option to $unwind stage should be prefixed with a '$': ${path}`);
  const { parts, names } = parsePath(path.slice(1));
  const placed = (document: Value, item: Value | undefined, index: Value): Value => {
    const root: MutableDocument = openDocument(document);
    if (item) changeAt(root, parts, 'create', () => item);
    else changeAt(root, parts, 'ignore', () => 'removed');
    if (indexField !== undefined) changeAt(root, indexField.split('.'), 'create', () => index);
    return closeNode(root);
  };
  return {
    kind: 'other',
    *run(input) {
      for (const document of input) {
        yield undefined;
        if (!document) continue;
        const found = nested(document, names);
        if (found?.type === type.array) {
          const members = items(found);
          for (const [index, item] of members.entries()) yield placed(document, item, int64(BigInt(index)));
          if (members.length === 0 && keepsEmpty) yield placed(document, undefined, nullValue);
        } else if (found && found.type !== type.null) yield placed(document, found, nullValue);
        else if (keepsEmpty) yield placed(document, found, nullValue);
      }
    },
  };
}
