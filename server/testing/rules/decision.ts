import { Decimal } from 'decimal.js';
import type { Bilingual } from '../../http/fields.ts';
import type { decisionRules, outcomes } from '../verdict-schema.ts';

const Exact = Decimal.clone({ precision: 200, toExpNeg: -200, toExpPos: 200 });

export type DecisionRule = (typeof decisionRules)[number];
export type Outcome = (typeof outcomes)[number];

/** Decimal texts, all in one unit. */
export interface Compared {
  value: string;
  limit: string;
  /** Expanded uncertainty U (95 %, k = 2), in the unit of the value. */
  uncertainty?: string | undefined;
}

export interface Decision {
  outcome: Outcome;
  verdict: 'pass' | 'fail' | 'not-comparable';
}

const verdictOf: Record<Outcome, Decision['verdict']> = {
  pass: 'pass',
  'conditional-pass': 'not-comparable',
  // Above the limit, though within U: never read as a pass, and no milder than simple acceptance.
  'conditional-fail': 'fail',
  fail: 'fail',
  inconclusive: 'not-comparable',
};

/**
 * What a decision rule says of a value beside its limit. Source: ILAC-G8:09/2019, w = U.
 * @returns `null` when the rule needs an uncertainty and none is stated
 */
export function decide(rule: DecisionRule, { value, limit, uncertainty }: Compared): Decision | null {
  const outcome = outcomeOf(rule, new Exact(value), new Exact(limit), uncertainty);
  return outcome && { outcome, verdict: verdictOf[outcome] };
}

function outcomeOf(
  rule: DecisionRule,
  value: Decimal,
  limit: Decimal,
  uncertainty: string | undefined,
): Outcome | null {
  if (rule === 'simple-acceptance') return value.lte(limit) ? 'pass' : 'fail';
  if (uncertainty === undefined) return null;
  if (value.gt(limit.plus(uncertainty))) return 'fail';
  if (rule === 'beyond-doubt') return value.lte(limit) ? 'pass' : 'inconclusive';
  if (value.lte(limit.minus(uncertainty))) return 'pass';
  return value.lte(limit) ? 'conditional-pass' : 'conditional-fail';
}

/** Whether the limit lies within the value's uncertainty: a second determination is asked for then. */
export function isNearLimit({ value, limit, uncertainty }: Compared): boolean {
  return uncertainty !== undefined && new Exact(value).minus(limit).abs().lte(uncertainty);
}

/**
 * The probability that the true value keeps the limit: Φ((L − x) / u) with u = U/2, of a normal distribution, to four
 * digits. Source: ILAC-G8:09/2019, specific risk. A figure beside the verdict, which it does not decide.
 */
export function conformanceProbability({ value, limit, uncertainty }: Compared): string | undefined {
  if (uncertainty === undefined || new Exact(uncertainty).isZero()) return undefined;
  const distance = new Exact(limit).minus(value).div(new Exact(uncertainty).div(2));
  return normalShare(distance.toNumber()).toFixed(4);
}

/** Φ(z) by Abramowitz and Stegun, 26.2.17; its error is below 7.5e-8. */
function normalShare(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  const factors = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429];
  const tail = density * factors.reduce((sum, factor, index) => sum + factor * t ** (index + 1), 0);
  return z >= 0 ? 1 - tail : tail;
}

export interface DecisionRuleRow {
  rule: string;
  name: Bilingual;
  text: Bilingual;
}

/** The sentence that follows the comparison: which rule decided, and how. */
export function decisionSentence(
  { name }: DecisionRuleRow,
  { uncertainty }: Pick<Compared, 'uncertainty'>,
  decision: Decision | null,
): Bilingual {
  if (!decision)
    return {
      zh: `判定规则“${name.zh}”需要扩展不确定度，报告未给出：不作结论。`,
      en: `The rule "${name.en}" needs the expanded uncertainty, and none is stated: nobody can tell.`,
    };
  return {
    zh: `判定规则：${name.zh}${uncertainty ? `，U = ${uncertainty}（k = 2）` : ''}：${outcomeWords[decision.outcome].zh}。`,
    en: `Decision rule: ${name.en}${uncertainty ? `, U = ${uncertainty} (k = 2)` : ''}: ${outcomeWords[decision.outcome].en}.`,
  };
}

const outcomeWords: Record<Outcome, Bilingual> = {
  pass: { zh: '合格', en: 'pass' },
  'conditional-pass': { zh: '有条件合格，不作合格论', en: 'conditional pass, which is not a pass' },
  'conditional-fail': { zh: '有条件不合格', en: 'conditional fail' },
  fail: { zh: '不合格', en: 'fail' },
  inconclusive: { zh: '在不确定度范围内，不作结论', en: 'within the uncertainty, nobody can tell' },
};
