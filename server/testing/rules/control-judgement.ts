import { Decimal } from 'decimal.js';
import type { Bilingual } from '../../http/fields.ts';
import { type ControlPoint, deviationOf, westgard } from './westgard.ts';

/** 质控样: blank 空白, duplicate 平行样, spike 加标回收, control material or certified reference material 质控样/标准物质. */
export const controlKinds = ['blank', 'duplicate', 'spike', 'material'] as const;
export type ControlKind = (typeof controlKinds)[number];

/** Only `in-control` and `warning` are good; `undecided`: nobody can tell, so it is not. */
export const controlStates = ['in-control', 'warning', 'out-of-control', 'undecided'] as const;
export type ControlState = (typeof controlStates)[number];

/** What was found. Decimal texts in one unit; of a blank also `<` with a number. */
export interface ControlFinding {
  kind: ControlKind;
  value: string;
  /** Of a duplicate: the second determination. */
  second?: string | undefined;
  /** Of a spike: what was added, and what was there before. */
  added?: string | undefined;
  native?: string | undefined;
}

/** What the laboratory holds its controls to, each kind by its own numbers. */
export interface ControlLimits {
  /** Of a blank: the highest that is still good. */
  atMost?: string | undefined;
  /** Of a duplicate: the largest relative difference, in percent. */
  differenceAtMost?: string | undefined;
  /** Of a spike: recovery, in percent. */
  recoveryFrom?: string | undefined;
  recoveryTo?: string | undefined;
  /** Of a material. */
  mean?: string | undefined;
  sd?: string | undefined;
}

export interface ControlJudgement {
  state: ControlState;
  /** Recovery or relative difference in percent, deviation in standard deviations. */
  measure?: string;
  /** The Westgard rules that are broken. */
  rules: string[];
  reason: Bilingual;
}

/**
 * How a control stands. `earlier`: the points of the same material under the same target, in the order of their time; `sameRun`: those of
 * other materials of the analyte in the same run.
 */
export function judgeControl(
  finding: ControlFinding,
  limits: ControlLimits | undefined,
  earlier: readonly ControlPoint[] = [],
  sameRun: readonly ControlPoint[] = [],
): ControlJudgement {
  if (!limits) return undecided({ zh: '没有生效的质控限', en: 'no criterion is in force for it' });
  switch (finding.kind) {
    case 'blank':
      return ofBlank(finding, limits);
    case 'duplicate':
      return ofDuplicate(finding, limits);
    case 'spike':
      return ofSpike(finding, limits);
    case 'material':
      return ofMaterial(finding, limits, earlier, sameRun);
  }
}

export function isGood({ state }: { state: ControlState }): boolean {
  return state === 'in-control' || state === 'warning';
}

/** (found − native) ÷ added × 100. `added` is above 0. */
export function recoveryOf(found: string, native: string, added: string): Decimal {
  return new Decimal(found).minus(native).div(added).times(100);
}

/** The difference of two determinations relative to their mean, in percent; `null` where both are 0. */
export function relativeDifference(one: string, other: string): Decimal | null {
  const sum = new Decimal(one).plus(other);
  return sum.isZero() ? null : new Decimal(one).minus(other).abs().times(200).div(sum);
}

function ofBlank({ value }: ControlFinding, { atMost }: ControlLimits): ControlJudgement {
  if (atMost === undefined) return undecided(noNumbers);
  const bound = value.startsWith('<') ? value.slice(1).trim() : value;
  const text = { zh: `空白 ${value}，允许至 ${atMost}`, en: `blank ${value}, good up to ${atMost}` };
  if (new Decimal(bound).lte(atMost)) return decided(true, text);
  return value.startsWith('<') ? undecided(text) : decided(false, text);
}

function ofDuplicate({ value, second }: ControlFinding, { differenceAtMost }: ControlLimits): ControlJudgement {
  if (differenceAtMost === undefined || second === undefined) return undecided(noNumbers);
  const difference = relativeDifference(value, second);
  if (!difference) return undecided({ zh: '两次测定均为 0', en: 'both determinations are 0' });
  const measure = difference.toFixed(1);
  return decided(
    difference.lte(differenceAtMost),
    {
      zh: `相对偏差 ${measure} %，允许至 ${differenceAtMost} %`,
      en: `relative difference ${measure} %, good up to ${differenceAtMost} %`,
    },
    measure,
  );
}

function ofSpike(
  { value, added, native = '0' }: ControlFinding,
  { recoveryFrom, recoveryTo }: ControlLimits,
): ControlJudgement {
  if (recoveryFrom === undefined || recoveryTo === undefined || added === undefined) return undecided(noNumbers);
  const recovery = recoveryOf(value, native, added);
  const measure = recovery.toFixed(1);
  return decided(
    recovery.gte(recoveryFrom) && recovery.lte(recoveryTo),
    {
      zh: `回收率 ${measure} %，允许 ${recoveryFrom}–${recoveryTo} %`,
      en: `recovery ${measure} %, good from ${recoveryFrom} to ${recoveryTo} %`,
    },
    measure,
  );
}

function ofMaterial(
  { value }: ControlFinding,
  { mean, sd }: ControlLimits,
  earlier: readonly ControlPoint[],
  sameRun: readonly ControlPoint[],
): ControlJudgement {
  if (mean === undefined || sd === undefined) return undecided(noNumbers);
  const point = { value, mean, sd };
  const rules = westgard([...earlier, point], sameRun);
  const measure = deviationOf(point);
  const broken = rules.filter((rule) => rule !== '1-2s');
  const state = broken.length ? 'out-of-control' : rules.length ? 'warning' : 'in-control';
  const names = rules.length ? ` (${rules.join(', ')})` : '';
  return {
    state,
    measure,
    rules,
    reason: {
      zh: `偏离均值 ${measure} 倍标准差${names}`,
      en: `${measure} standard deviations from the mean${names}`,
    },
  };
}

const noNumbers: Bilingual = { zh: '缺少判定所需的数值', en: 'a number that decides is missing' };

function undecided(reason: Bilingual): ControlJudgement {
  return { state: 'undecided', rules: [], reason };
}

function decided(good: boolean, reason: Bilingual, measure?: string): ControlJudgement {
  return {
    state: good ? 'in-control' : 'out-of-control',
    ...(measure !== undefined && { measure }),
    rules: [],
    reason,
  };
}
