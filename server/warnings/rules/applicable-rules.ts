import { isWithin, selfAndAbove } from '../../divisions/rules.ts';

interface Scoped {
  metric: string;
  divisionCode: string;
  siteKind?: string | undefined;
  deviceId?: string | undefined;
}

interface Place {
  divisionCode: string;
  siteKind?: string | undefined;
}

/** Finds the rules that concern a reading without looking at the others. */
export interface ApplicableRules<Rule> {
  concerns(metric: string): boolean;
  of(metric: string, deviceId: string, place: Place): Rule[];
}

/**
 * A rule concerns the devices of its division's subtree; one that names a site kind or a device, only those of them.
 * Naming a device does not reach beyond the rule's own division.
 */
export function applicableRules<Rule extends Scoped>(rules: readonly Rule[]): ApplicableRules<Rule> {
  const metrics = new Set(rules.map(({ metric }) => metric));
  const byDevice = new Map<string, Rule[]>();
  const byDivision = new Map<string, Rule[]>();
  for (const rule of rules) {
    if (rule.deviceId === undefined) append(byDivision, `${rule.metric}|${rule.divisionCode}`, rule);
    else append(byDevice, `${rule.metric}|${rule.deviceId}`, rule);
  }
  return {
    concerns: (metric) => metrics.has(metric),
    of(metric, deviceId, place) {
      const own = (byDevice.get(`${metric}|${deviceId}`) ?? []).filter((rule) =>
        isWithin(place.divisionCode, rule.divisionCode),
      );
      const general = selfAndAbove(place.divisionCode).flatMap((code) => byDivision.get(`${metric}|${code}`) ?? []);
      return [...own, ...general].filter((rule) => rule.siteKind === undefined || rule.siteKind === place.siteKind);
    },
  };
}

function append<Rule>(index: Map<string, Rule[]>, key: string, rule: Rule): void {
  const list = index.get(key);
  if (list) list.push(rule);
  else index.set(key, [rule]);
}
