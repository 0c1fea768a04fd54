import { EngineError } from '../errors.ts';

/** One step of an update's path: a field or position, `$`, `$[]` or `$[identifier]`. */
export type Part = { name: string; kind: 'name' | 'matched' | 'all' | 'filtered' };

function partOf(name: string): Part {
  if (name === '$') return { name, kind: 'matched' };
  if (name === '$[]') return { name, kind: 'all' };
  const identifier = /^\$\[(.*)\]$/s.exec(name)?.[1];
  return identifier === undefined ? { name, kind: 'name' } : { name: identifier, kind: 'filtered' };
}

function isPosition(part: string): boolean {
  return /^(0|[1-9]\d{0,9})$/.test(part);
}

/** Splits an update's path; throws 56 for an empty part, 2 for a misplaced positional one. */
export function parseUpdatePath(path: string): Part[] {
  const names = path.split('.');
  if (names.includes('')) {
    throw new EngineError(
      56,
      path === ''
        ? 'An empty update path is not valid.'
        : `The update path '${path}' contains an empty field name, which is not allowed.`,
    );
  }
  const parts = names.map(partOf);
  if (parts[0]?.kind === 'matched')
    throw new EngineError(2, `Cannot have positional (i.e. '$') element in the first position in path '${path}'`);
  if (parts[0]?.kind === 'all' || parts[0]?.kind === 'filtered')
    throw new EngineError(
      2,
      `Cannot have array filter identifier (i.e. '$[<id>]') element in the first position in path '${path}'`,
    );
  if (parts.filter(({ kind }) => kind === 'matched').length > 1)
    throw new EngineError(2, `Too many positional (i.e. '$') elements found in path '${path}'`);
  return parts;
}

/** The order in which MongoDB applies changes: by names, positions by number. */
export function comparePaths(left: readonly string[], right: readonly string[]): number {
  for (let index = 0; index < left.length && index < right.length; index++) {
    const a = left[index] as string;
    const b = right[index] as string;
    if (a === b) continue;
    if (isPosition(a) && isPosition(b)) return Number(a) - Number(b);
    return Buffer.compare(Buffer.from(a), Buffer.from(b));
  }
  return left.length - right.length;
}

/** Of paths in order: throws 40 where one begins another. */
export function checkConflicts(paths: readonly (readonly string[])[]): void {
  for (const [index, path] of paths.entries()) {
    const previous = paths[index - 1];
    if (previous && previous.length <= path.length && previous.every((part, at) => part === path[at])) {
      throw new EngineError(
        40,
        `Updating the path '${path.join('.')}' would create a conflict at '${previous.join('.')}'`,
      );
    }
  }
}
