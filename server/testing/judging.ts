import type { z } from 'zod';
import type { Bilingual } from '../http/fields.ts';
import type { Judgement, LawNow, Verdict } from '../standards/index.ts';
import decisionData from './data/decision-rules.json' with { type: 'json' };
import {
  conformanceProbability,
  type DecisionRule,
  type DecisionRuleRow,
  decide,
  explainDecision,
  isNearLimit,
} from './rules/decision.ts';
import type { verdictInputSchema } from './verdict-schema.ts';

/** Everything that a verdict follows from, beside the law. It is stored with the verdict, so that anybody can ask again. */
export type VerdictInput = z.infer<typeof verdictInputSchema>;

const rules: readonly DecisionRuleRow[] = decisionData.rules;

export const usualDecisionRule = decisionData.usual as DecisionRule;
export const decisionRuleRow = (rule: DecisionRule): (typeof decisionData.rules)[number] | undefined =>
  decisionData.rules.find((row) => row.rule === rule);

/** The rules of a supervised check are the law's, not the laboratory's. */
export function isPrescribed(planKind: string): boolean {
  return decisionData.prescribed.includes(planKind);
}

/**
 * The verdict on each result of a sample, each as one object with what it follows from: the same inputs under the same law
 * give the same verdicts. The parts of a residue are judged as one sum.
 */
export function verdictsOn(law: LawNow, inputs: readonly VerdictInput[]): Verdict[] {
  const judged = law.judgeSample(
    inputs.map(({ analyte, value, unit, lod, loq, categoryCode, sampledAt }) => ({
      analyte,
      value,
      unit,
      lod,
      loq,
      categoryCode,
      sampledAt: new Date(sampledAt),
    })),
  );
  return inputs.map((input, index) => {
    const { comparison, compared, ...verdict } = judged[index] as Judgement;
    const decided = verdict.residue
      ? ofResidue(input, verdict, comparison)
      : byRule(law, input, verdict, { comparison, compared });
    return { ...decided, basis: { ruleVersion: decisionData.version, input } };
  });
}

/** The sum's own uncertainty is not known: a rule that needs it never passes the sum. */
function ofResidue({ decisionRule }: VerdictInput, verdict: Verdict, comparison: Bilingual | undefined): Verdict {
  if (verdict.verdict === 'not-comparable') return { reason: 'censored-sum', ...verdict };
  if (verdict.verdict !== 'pass' || decisionRule === 'simple-acceptance') return verdict;
  const row = rules.find(({ rule }) => rule === decisionRule);
  return {
    ...verdict,
    verdict: 'not-comparable',
    reason: 'uncertainty-missing',
    decisionRule,
    ...(row && comparison && { explanation: explainDecision(row, {}, null, comparison) }),
  };
}

/** Applies the sample's decision rule where a number was compared with a limit; what failed by a ban stays failed. */
function byRule(
  law: LawNow,
  { unit, uncertainty: stated, decisionRule }: VerdictInput,
  verdict: Verdict,
  { comparison, compared: value }: Pick<Judgement, 'comparison' | 'compared'>,
): Verdict {
  const { limit } = verdict;
  if (!comparison || value === undefined || limit === undefined || verdict.unit === undefined) return verdict;
  const uncertainty = stated === undefined ? undefined : (law.converted(stated, unit, verdict.unit) ?? undefined);
  const compared = { value, limit, uncertainty };
  const decision = decide(decisionRule, compared);
  const row = rules.find(({ rule }) => rule === decisionRule);
  const conformance = conformanceProbability(compared);
  return {
    ...verdict,
    verdict: decision?.verdict ?? 'not-comparable',
    decisionRule,
    ...(decision && { outcome: decision.outcome }),
    ...(!decision && { reason: 'uncertainty-missing' as const }),
    ...(decision?.verdict === 'not-comparable' && { reason: 'within-uncertainty' as const }),
    ...(isNearLimit(compared) && { nearLimit: true }),
    ...(conformance !== undefined && { conformance }),
    ...(row &&
      decisionRule !== 'simple-acceptance' && {
        explanation: explainDecision(row, { uncertainty: stated }, decision, comparison),
      }),
  };
}
