import type { FieldError } from '../../errors.ts';

/** The interface's deepest document is a GeoJSON polygon within a record; nothing honest comes near this. */
export const deepest = 32;

const notText = /[\0\p{Surrogate}]/u;

/**
 * The first thing in parsed input that no field takes, whatever its schema: nesting that would exhaust a recursive reader,
 * a key that reaches an object's prototype, text that is not Unicode (a lone surrogate would be stored as another character)
 * or that holds NUL (which ends a text for many a program that reads exports).
 * @param pointer where in the request the value stands, as a JSON pointer
 */
export function hostileIn(value: unknown, pointer: string, depth = 0): FieldError | undefined {
  if (typeof value === 'string')
    return notText.test(value) ? { pointer, message: 'must be Unicode text without NUL' } : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth >= deepest) return { pointer, message: `is nested deeper than ${deepest} levels` };
  for (const key of Object.keys(value)) {
    const place = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (key === '__proto__') return { pointer: place, message: 'is not a known field' };
    if (notText.test(key)) return { pointer, message: 'has a name that is not Unicode text without NUL' };
    const found = hostileIn((value as Record<string, unknown>)[key], place, depth + 1);
    if (found) return found;
  }
  return undefined;
}
