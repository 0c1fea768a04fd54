import type { Device, WarningRule } from '../api/types.ts';

/** Whether a division code lies in another's subtree: 6110(00) the city, six digits a county, nine a town. */
export function isWithin(code: string, ancestor: string): boolean {
  const stem = ancestor.endsWith('00') && ancestor.length === 6 ? ancestor.slice(0, 4) : ancestor;
  return code.startsWith(stem);
}

type Placed = Pick<Device, 'id' | 'kind' | 'divisionCode' | 'siteKind' | 'siteProductIds'>;

export type ThresholdRule = Extract<WarningRule, { kind: 'threshold' }>;

/** The rules whose limits hold for this metric of this device. */
export function rulesFor(rules: readonly WarningRule[], device: Placed, metric: string): ThresholdRule[] {
  return rules.filter(
    (rule): rule is ThresholdRule =>
      rule.kind === 'threshold' &&
      rule.state === 'in-force' &&
      rule.metric === metric &&
      (rule.deviceId === undefined || rule.deviceId === device.id) &&
      (rule.siteKind === undefined || rule.siteKind === device.siteKind) &&
      (rule.deviceKind === undefined || rule.deviceKind === device.kind) &&
      (rule.productId === undefined || device.siteProductIds?.includes(rule.productId) === true) &&
      isWithin(device.divisionCode, rule.divisionCode),
  );
}

/** The lines to draw: of rules with one limit the device's own names it, so that no label covers another. */
export function linesFor(rules: readonly WarningRule[], device: Placed, metric: string): ThresholdRule[] {
  const lines = new Map<string, ThresholdRule>();
  for (const rule of rulesFor(rules, device, metric)) {
    const line = `${rule.comparison} ${rule.limit}`;
    if (!lines.has(line) || rule.deviceId !== undefined) lines.set(line, rule);
  }
  return [...lines.values()];
}
