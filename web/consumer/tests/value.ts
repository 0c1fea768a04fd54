import { unit } from '../format.ts';
import { type Language, sayPlainly } from '../language.ts';
import { texts } from '../texts/page.ts';
import type { Test } from '../trace-view.ts';

export type Result = Test['results'][number];

const decimal = /^\d+(?:\.\d+)?$/;
const censored = /^<\s*(LOQ|LOD|\d+(?:\.\d+)?)$/i;
const limitForm = /^(\d+(?:\.\d+)?)\s*(\S.*)?$/;

/** `0.02 mg/kg`, or "not detected (below …)": never 0. */
export function valueText(result: Result, language: Language): string {
  const bound = result.value.trim().match(censored)?.[1]?.toUpperCase();
  if (bound === 'LOQ') return sayPlainly(texts.belowQuantification, language);
  if (bound === 'LOD') return sayPlainly(texts.belowDetection, language);
  const written = withUnit(bound ?? result.value, result.unit, language);
  return bound ? sayPlainly(texts.belowValue, language, { value: written }) : written;
}

/** The limit as the standard writes it; a bare number is in the result's unit. */
export function limitText(result: Result): string {
  if (result.limit === undefined) return '';
  return decimal.test(result.limit) ? `${result.limit} ${result.unit}` : result.limit;
}

function withUnit(value: string, code: string, language: Language): string {
  return `${value} ${code === '%' ? '%' : unit(code, language)}`.trim();
}

/** Value and limit as numbers in one unit, for the bar and the share; for these alone, never for a judgement. */
export interface Comparison {
  limit: number;
  /** Absent where nothing was detected. */
  value?: number;
}

/**
 * Absent where they cannot be set side by side honestly: no limit, other units, no judgement,
 * or a judgement that rests on something else (a banned substance fails below any number).
 */
export function comparison(result: Result): Comparison | undefined {
  const form = result.limit?.trim().match(limitForm);
  const limit = Number(form?.[1]);
  if (!form || !(limit > 0) || (form[2] !== undefined && form[2] !== result.unit)) return undefined;
  if (result.verdict !== 'pass' && result.verdict !== 'fail') return undefined;
  const written = result.value.trim();
  if (censored.test(written)) return result.verdict === 'pass' ? { limit } : undefined;
  if (!decimal.test(written)) return undefined;
  const value = Number(written);
  return value <= limit === (result.verdict === 'pass') ? { limit, value } : undefined;
}

/** "4 % of the limit", "2.4 times the limit". Rounded down within the limit and up above it, so that it never contradicts the verdict. */
export function shareText({ limit, value }: Comparison, language: Language): string | undefined {
  if (value === undefined) return undefined;
  const percent = Number(((value / limit) * 100).toPrecision(12));
  if (percent < 1) return sayPlainly(texts.lessThanOne, language);
  if (percent <= 100) return sayPlainly(texts.percent, language, { share: Math.floor(percent) });
  if (percent < 200) return sayPlainly(texts.percent, language, { share: Math.ceil(percent) });
  return sayPlainly(texts.times, language, { share: (Math.ceil(percent / 10) / 10).toFixed(1) });
}
