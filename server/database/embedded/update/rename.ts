import { EngineError } from '../errors.ts';
import { readString, type, type Value } from '../values/bson.ts';
import { describe } from '../values/describe.ts';
import { type Context, idText } from './modification.ts';
import { changeAt, type MutableDocument, valueAt } from './mutable.ts';
import { parseUpdatePath } from './path.ts';

function plainPath(path: string, role: 'source' | 'destination'): string[] {
  const parts = parseUpdatePath(path);
  if (parts.some(({ kind }) => kind !== 'name'))
    throw new EngineError(2, `The ${role} field for $rename may not be dynamic: ${path}`);
  return parts.map(({ name }) => name);
}

export type Rename = { from: string[]; to: string[] };

export function parseRename(source: string, target: Value): Rename {
  if (target.type !== type.string)
    throw new EngineError(2, `The 'to' field for $rename must be a string: ${source}: ${describe(target)}`);
  const destination = readString(target);
  const from = plainPath(source, 'source');
  const to = plainPath(destination, 'destination');
  if (source === destination)
    throw new EngineError(2, `The source and target field for $rename must differ: ${source}: "${destination}"`);
  if (begins(from, to) || begins(to, from))
    throw new EngineError(
      2,
      `The source and target field for $rename must not be on the same path: ${source}: "${destination}"`,
    );
  return { from, to };
}

function begins(path: readonly string[], other: readonly string[]): boolean {
  return path.every((part, at) => part === other[at]);
}

function throughArray(
  role: 'source' | 'destination',
  path: readonly string[],
  arrayAt: string,
  context: Context,
): EngineError {
  return new EngineError(
    2,
    `The ${role} field cannot be an array element, '${path.join('.')}' in doc with ${idText(context).slice(1, -1)} has an array field called '${arrayAt}'`,
  );
}

/** Moves a field; a missing source is no change, an array on either way an error. */
export function applyRename(root: MutableDocument, { from, to }: Rename, context: Context): void {
  const source = valueAt(root, from);
  if (source.arrayAt !== undefined) throw throughArray('source', from, source.arrayAt, context);
  if (source.value === undefined) return;
  const target = valueAt(root, to);
  if (target.arrayAt !== undefined) throw throughArray('destination', to, target.arrayAt, context);
  const { value } = source;
  changeAt(root, to, 'create', () => value);
  changeAt(root, from, 'ignore', () => 'removed');
}
