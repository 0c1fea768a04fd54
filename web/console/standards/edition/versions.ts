import type { Standard } from '../../api/types.ts';

/** `GB 2763-2026 2`: a version among those of all standards. */
export function keyOf({ code, version }: Pick<Standard, 'code' | 'version'>): string {
  return `${code} ${version}`;
}

/** The versions that this standard's can be compared with: its own, and those of what it replaces or is replaced by. */
export function comparable(all: readonly Standard[], code: string): Standard[] {
  const own = all.filter((each) => each.code === code);
  const [newest] = own;
  if (!newest) return [];
  const near = new Set([code, ...own.flatMap(({ replaces }) => replaces)]);
  return all.filter((each) => (near.has(each.code) || each.replaces.includes(code)) && each.kind === newest.kind);
}

/** What is compared when nobody has chosen: the version in use with the one before it. */
export function firstPair(choices: readonly Standard[], code: string): { before?: Standard; after?: Standard } {
  const own = choices.filter((each) => each.code === code);
  const [after, before = choices.find((each) => after?.replaces.includes(each.code))] = own;
  if (after && before) return { before, after };
  const later = choices.find(({ replaces }) => replaces.includes(code));
  return after && later ? { before: after, after: later } : {};
}

/** The version that took the place of this one, where it is of the same standard. */
export function successor(all: readonly Standard[], { code, version }: Standard): number | undefined {
  const later = all.filter((each) => each.code === code && each.version > version).map((each) => each.version);
  return later.length ? Math.min(...later) : undefined;
}
