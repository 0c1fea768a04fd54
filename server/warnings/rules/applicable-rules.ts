import { isWithin, selfAndAbove } from '../../divisions/rules.ts';

/** Whom a rule concerns. */
export interface Reach {
  /** Absent: any metric. */
  metric?: string | undefined;
  divisionCode: string;
  siteKind?: string | undefined;
  productId?: string | undefined;
  deviceKind?: string | undefined;
  deviceId?: string | undefined;
}

interface Place {
  divisionCode: string;
  siteKind?: string | undefined;
  productIds?: readonly string[] | undefined;
  deviceKind?: string | undefined;
}

const anyMetric = '*';

/** Finds the rules that concern a reading without looking at the others. */
export interface ApplicableRules<Rule> {
  concerns(metric: string): boolean;
  of(metric: string, deviceId: string, place: Place): Rule[];
}

/**
 * A rule concerns the devices of its division's subtree; one that names a site kind, a product, a device kind or a device, only
 * those of them; what is not known of a place is not what a rule names.
 * Naming a device does not reach beyond the rule's own division.
 */
export function applicableRules<Rule extends Reach>(rules: readonly Rule[]): ApplicableRules<Rule> {
  const metrics = new Set(rules.map(({ metric = anyMetric }) => metric));
  const byDevice = new Map<string, Rule[]>();
  const byDivision = new Map<string, Rule[]>();
  for (const rule of rules) {
    const { metric = anyMetric } = rule;
    if (rule.deviceId === undefined) append(byDivision, `${metric}|${rule.divisionCode}`, rule);
    else append(byDevice, `${metric}|${rule.deviceId}`, rule);
  }
  return {
    concerns: (metric) => metrics.has(metric) || metrics.has(anyMetric),
    of(metric, deviceId, place) {
      const wanted = [metric, anyMetric];
      const own = wanted.flatMap((one) => byDevice.get(`${one}|${deviceId}`) ?? []);
      const general = selfAndAbove(place.divisionCode).flatMap((code) =>
        wanted.flatMap((one) => byDivision.get(`${one}|${code}`) ?? []),
      );
      return [...own, ...general].filter((rule) => isInReach(rule, deviceId, place));
    },
  };
}

/** Whether a rule concerns a device, whatever it measures. */
export function isInReach(rule: Omit<Reach, 'metric'>, deviceId: string, place: Place): boolean {
  return (
    isWithin(place.divisionCode, rule.divisionCode) &&
    (rule.siteKind === undefined || rule.siteKind === place.siteKind) &&
    (rule.productId === undefined || place.productIds?.includes(rule.productId) === true) &&
    (rule.deviceKind === undefined || rule.deviceKind === place.deviceKind) &&
    (rule.deviceId === undefined || rule.deviceId === deviceId)
  );
}

function append<Rule>(index: Map<string, Rule[]>, key: string, rule: Rule): void {
  const list = index.get(key);
  if (list) list.push(rule);
  else index.set(key, [rule]);
}
