/** 行政区划 codes: GB/T 2260 for city and county (6 digits), three more digits for a town. */

export type DivisionLevel = 'city' | 'county' | 'town';

export function levelOf(code: string): DivisionLevel {
  if (code.length === 9) return 'town';
  return code.endsWith('00') ? 'city' : 'county';
}

/** The division one step up; `null` for the city. */
export function parentOf(code: string): string | null {
  const level = levelOf(code);
  if (level === 'town') return code.slice(0, 6);
  return level === 'county' ? `${code.slice(0, 4)}00` : null;
}

/** The division itself and all above it, the nearest first. */
export function selfAndAbove(code: string): string[] {
  const parent = parentOf(code);
  return parent === null ? [code] : [code, ...selfAndAbove(parent)];
}

/** Does `code` lie in the subtree of `ancestor`? A division lies in its own. */
export function isWithin(code: string, ancestor: string): boolean {
  return selfAndAbove(code).includes(ancestor);
}

/** The codes of a division's subtree as a range of strings, for the index on `divisionCode`. */
export function subtreeRange(code: string): { $gte: string; $lt: string } {
  const prefix = levelOf(code) === 'city' ? code.slice(0, 4) : code;
  const last = prefix.charCodeAt(prefix.length - 1);
  return { $gte: prefix, $lt: prefix.slice(0, -1) + String.fromCharCode(last + 1) };
}
