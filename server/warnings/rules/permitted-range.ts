interface ThresholdRule {
  unit: string;
  comparison: 'above' | 'below';
  limit: number;
}

/** What values may lie above, and below: the tightest that the rules ask for. */
export interface PermittedRange {
  above?: number;
  below?: number;
}

/** The range in which no rule finds fault; rules in another unit say nothing about it. */
export function permittedRange(rules: readonly ThresholdRule[], unit: string): PermittedRange {
  const limits = (comparison: ThresholdRule['comparison']) =>
    rules.filter((rule) => rule.unit === unit && rule.comparison === comparison).map(({ limit }) => limit);
  const highest = limits('above');
  const lowest = limits('below');
  return {
    ...(highest.length > 0 && { below: Math.min(...highest) }),
    ...(lowest.length > 0 && { above: Math.max(...lowest) }),
  };
}
