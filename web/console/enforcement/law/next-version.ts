/** A row as it stood, with what was typed in the place of each part; what was emptied is left out. */
export function nextVersion(before: unknown, typed: unknown): unknown {
  if (typed === undefined) return before;
  if (Array.isArray(before) && Array.isArray(typed))
    return before.map((part, index) => nextVersion(part, typed[index]));
  if (!isRecord(before) || !isRecord(typed)) return typed;
  const names = [...new Set([...Object.keys(before), ...Object.keys(typed)])];
  const parts = names.map((name): [string, unknown] => [name, nextVersion(before[name], typed[name])]);
  return Object.fromEntries(parts.filter(([, part]) => part !== undefined && part !== ''));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
