import type { Bilingual } from '../../http/fields.ts';
import type { SampleRecord, SealState } from '../model.ts';

/**
 * What is wrong with the seals as somebody found them: each seal of the record must be looked at, be intact, and be the one
 * of the record. Source: 监测办法 25 (the receiving laboratory looks at state, seal and agreement with the form).
 */
export function sealProblems(
  recorded: readonly string[],
  found: readonly SealState[],
): { missing: string[]; unknown: string[]; broken: string[] } {
  const numbers = found.map(({ number }) => number);
  return {
    missing: recorded.filter((number) => !numbers.includes(number)),
    unknown: numbers.filter((number) => !recorded.includes(number)),
    broken: found.filter(({ number, intact }) => !intact && recorded.includes(number)).map(({ number }) => number),
  };
}

/** The seals that travel with the sample: the retained portion's stays where that is kept. */
export function sealsOf({ sealNumber }: Pick<SampleRecord, 'sealNumber'>): string[] {
  return sealNumber === undefined ? [] : [sealNumber];
}

/** `null` when the seals are all there and whole. */
export function sealFault(problems: ReturnType<typeof sealProblems>): Bilingual | null {
  const { unknown, broken } = problems;
  if (broken.length) return { zh: `封条破损：${broken.join('、')}`, en: `broken seals: ${broken.join(', ')}` };
  if (unknown.length)
    return {
      zh: `封条与抽样单不符：${unknown.join('、')}`,
      en: `seals that the form does not name: ${unknown.join(', ')}`,
    };
  return null;
}
