import type { NewEvent } from './queries.ts';

type Share = NonNullable<NewEvent['inputs']>[number];

/**
 * Reads lines such as `SL-2026-001 20 kg`: code, then quantity and unit if known. Full-width digits and spaces are as good.
 * @returns the number of the first line that cannot be read, where there is one
 */
export function readShares(text: string): { shares: Share[] } | { wrongLine: number } {
  const shares: Share[] = [];
  for (const [index, line] of text.normalize('NFKC').split('\n').entries()) {
    const parts = line
      .trim()
      .split(/[\s,;]+/)
      .filter(Boolean);
    if (parts.length === 0) continue;
    const [batchCode = '', amount, unit] = parts;
    const value = Number(amount);
    if (parts.length === 1) shares.push({ batchCode });
    else if (parts.length === 3 && unit && value > 0 && Number.isFinite(value))
      shares.push({ batchCode, quantity: { value, unit } });
    else return { wrongLine: index + 1 };
  }
  return { shares };
}
