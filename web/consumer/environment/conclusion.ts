import { plainMoment, reading, unit } from '../format.ts';
import { type Language, sayPlainly } from '../language.ts';
import { texts } from '../texts/page.ts';
import type { EnvironmentCurve } from '../trace-view.ts';

export interface Conclusion {
  state: 'within' | 'outside' | 'unjudged';
  sentence: string;
}

/** Lowest and highest value allowed; `above` and `below` are read as "permitted is above … and below …". */
export function permittedRange({ permitted }: EnvironmentCurve): { low?: number; high?: number } | undefined {
  const { above, below } = permitted ?? {};
  if (above === undefined && below === undefined) return undefined;
  if (above !== undefined && below !== undefined) return { low: Math.min(above, below), high: Math.max(above, below) };
  return above !== undefined ? { low: above } : { high: below };
}

/** The curve in one sentence; what has no range set is not judged. */
export function conclude(curve: EnvironmentCurve, language: Language): Conclusion {
  const sorted = curve.points.toSorted((a, b) => a.value - b.value);
  const lowest = sorted[0];
  const highest = sorted.at(-1);
  if (!lowest || !highest) return { state: 'unjudged', sentence: texts.noReadings[language] };
  const written = (value: number): string => `${reading(value)} ${unit(curve.unit, language)}`.trim();
  const range = permittedRange(curve);
  const values = {
    low: written(lowest.value),
    high: written(highest.value),
    range: range ? rangeText(range, written, language) : '',
  };
  if (!range) return { state: 'unjudged', sentence: sayPlainly(texts.curveFree, language, values) };
  const over = range.high !== undefined && highest.value > range.high;
  const under = range.low !== undefined && lowest.value < range.low;
  if (!over && !under) return { state: 'within', sentence: sayPlainly(texts.curveWithin, language, values) };
  const at = plainMoment((over ? highest : lowest).at, language);
  const text = over && under ? texts.curveBoth : over ? texts.curveAbove : texts.curveBelow;
  return { state: 'outside', sentence: sayPlainly(text, language, { ...values, at }) };
}

function rangeText(
  range: { low?: number; high?: number },
  written: (value: number) => string,
  language: Language,
): string {
  const low = range.low !== undefined ? written(range.low) : '';
  const high = range.high !== undefined ? written(range.high) : '';
  if (low && high) return sayPlainly(texts.rangeBetween, language, { low, high });
  return sayPlainly(low ? texts.rangeFrom : texts.rangeUpTo, language, { low, high });
}
