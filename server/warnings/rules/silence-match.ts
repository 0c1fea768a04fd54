import { isWithin } from '../../divisions/rules.ts';

/** What a silence or a maintenance window is about: each field that is given has to agree. */
export interface Matcher {
  divisionCode: string;
  ruleId?: string | undefined;
  deviceId?: string | undefined;
  siteId?: string | undefined;
  metric?: string | undefined;
}

export interface Matched {
  kind: string;
  divisionCode: string;
  ruleId?: string | undefined;
  deviceId?: string | undefined;
  siteId?: string | undefined;
  metric?: string | undefined;
}

/** What devices tell may be silenced. A finding about food, or a task that is overdue, never. */
export const silenceableKinds: readonly string[] = [
  'threshold',
  'rate-of-change',
  'count-in-window',
  'silence',
  'gateway-silence',
  'calibration',
];

const fields = ['ruleId', 'deviceId', 'siteId', 'metric'] as const;

export function matches(matcher: Matcher, warning: Matched): boolean {
  return (
    silenceableKinds.includes(warning.kind) &&
    isWithin(warning.divisionCode, matcher.divisionCode) &&
    fields.every((field) => matcher[field] === undefined || matcher[field] === warning[field])
  );
}
