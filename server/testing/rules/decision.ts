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

/**
 * The verdict first, then what it follows from: the comparison with the limit, and the rule that decided.
 * @param decision `null`: the rule needs an uncertainty, and none is known
 */
export function explainDecision(
  { name }: DecisionRuleRow,
  { uncertainty }: Pick<Compared, 'uncertainty'>,
  decision: Decision | null,
  comparison: Bilingual,
): Bilingual {
  if (!decision)
    return {
      zh: `不能判定：判定规则“${name.zh}”需要扩展不确定度，报告未给出。${comparison.zh}。`,
      en: `Nobody can tell: the rule "${name.en}" needs the expanded uncertainty, and none is stated. ${comparison.en}.`,
    };
  const [words, stated] = [outcomeWords[decision.outcome], uncertainty === undefined ? '' : `U = ${uncertainty}`];
  return {
    zh: `${words.zh}：${comparison.zh}；判定规则：${name.zh}${stated && `，${stated}（k = 2）`}。`,
    en: `${words.en}: ${comparison.en}; decision rule: ${name.en}${stated && `, ${stated} (k = 2)`}.`,
  };
}

/** Each begins with the verdict; what the rule says more finely follows. */
const outcomeWords: Record<Outcome, Bilingual> = {
  pass: { zh: '合格', en: 'Pass' },
  'conditional-pass': {
    zh: '不能判定（有条件合格，不作合格论）',
    en: 'Nobody can tell (conditional pass, which is not a pass)',
  },
  'conditional-fail': { zh: '不合格（有条件不合格）', en: 'Fail (conditional fail)' },
  fail: { zh: '不合格', en: 'Fail' },
  inconclusive: { zh: '不能判定（在不确定度范围内）', en: 'Nobody can tell (within the uncertainty)' },
};
