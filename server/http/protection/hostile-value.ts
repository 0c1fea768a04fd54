import type { FieldError } from '../../errors.ts';

/** The interface's deepest document is a GeoJSON polygon within a record; nothing honest comes near this. */
export const deepest = 32;

/** Lone surrogates, and control characters other than the white space that people type. */
const notText = /(?![\t\n\r])[\p{Surrogate}\p{Control}]/u;

/** Marks that turn the direction of what follows (Unicode Standard Annex 9, 2.1 to 2.4). */
const turning = /[\u202a-\u202e\u2066-\u2069]/;

/**
 * The first thing in parsed input that no field takes, whatever its schema: nesting that would exhaust a recursive reader,
 * a key that reaches an object's prototype, text that is not Unicode (a lone surrogate would be stored as another character),
 * that holds control characters (NUL ends a text, escapes command a terminal that shows it) or marks of direction, by which a
 * name reads otherwise than it is written (Unicode Technical Report 36, 2.5).
 * @param pointer where in the request the value stands, as a JSON pointer
 */
export function hostileIn(value: unknown, pointer: string, depth = 0): FieldError | undefined {
  if (typeof value === 'string') {
    const message = faultOf(value);
    return message === undefined ? undefined : { pointer, message: `must be ${message}` };
  }
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth >= deepest) return { pointer, message: `is nested deeper than ${deepest} levels` };
  for (const key of Object.keys(value)) {
    const place = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (key === '__proto__') return { pointer: place, message: 'is not a known field' };
    const fault = faultOf(key);
    if (fault !== undefined) return { pointer, message: `has a name that is not ${fault}` };
    const found = hostileIn((value as Record<string, unknown>)[key], place, depth + 1);
    if (found) return found;
  }
  return undefined;
}

function faultOf(text: string): string | undefined {
  if (notText.test(text)) return 'Unicode text without control characters';
  if (turning.test(text)) return 'text without marks that turn its direction';
  return undefined;
}
