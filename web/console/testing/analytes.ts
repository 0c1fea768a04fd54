import type { Limit } from '../api/types.ts';

/** Each substance once, to choose from: its Chinese name is what is stored, the other names help to find it. */
export function substancesOf(limits: readonly Limit[], language: 'zh' | 'en'): { value: string; label: string }[] {
  const found = new Map<string, string>();
  for (const { substance, substanceEn, casNumber } of limits) {
    const names = language === 'zh' ? [substance, substanceEn, casNumber] : [substanceEn, substance, casNumber];
    if (!found.has(substance)) found.set(substance, names.filter(Boolean).join(' · '));
  }
  return [...found].map(([value, label]) => ({ value, label }));
}
