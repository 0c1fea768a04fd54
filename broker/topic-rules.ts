import type { Principal } from './ports.ts';

/** What the messages of a topic hold; it decides who reads them. */
export type Content = 'readings' | 'results' | 'status' | 'commands' | 'warnings';

interface TopicRule {
  who: Principal['kind'];
  may: 'publish' | 'subscribe';
  /** `{own}` is the device's id, `{division}` a division whose warnings the caller may read. */
  topic: string;
  content: Content;
  /** May the message be sent with the retain flag? The broker keeps none; the flag is taken from those that may. */
  retain?: boolean;
}

const rules: readonly TopicRule[] = [
  { who: 'device', may: 'publish', topic: 'agritrace/v1/{own}/readings', content: 'readings' },
  { who: 'device', may: 'publish', topic: 'agritrace/v1/{own}/results', content: 'results' },
  { who: 'device', may: 'publish', topic: 'agritrace/v1/{own}/status', content: 'status', retain: true },
  { who: 'device', may: 'subscribe', topic: 'agritrace/v1/{own}/commands', content: 'commands' },
  { who: 'user', may: 'subscribe', topic: 'agritrace/v1/warnings/{division}', content: 'warnings' },
];

export type Verdict =
  | { allowed: true; content: Content }
  | { allowed: false; fault: 'topic' | 'retain'; reason: string };

export type MayReadWarnings = (ownDivisionCode: string, divisionCode: string) => boolean;

/** May this message be sent? Holds for a last will as for a PUBLISH. */
export function mayPublish(principal: Principal, topic: string, retain: boolean): Verdict {
  const rule = rulesOf(principal, 'publish').find((candidate) => matches(candidate, principal, topic));
  if (!rule) return { allowed: false, fault: 'topic', reason: refusal(principal, 'publish', topic) };
  if (retain && !rule.retain)
    return {
      allowed: false,
      fault: 'retain',
      reason: `The retain flag is not allowed on ${topic}: a ${rule.content} message belongs to one moment. Send it without the flag.`,
    };
  return { allowed: true, content: rule.content };
}

/** May this client subscribe to the filter? Wildcards are refused, even where they would match nothing but the client's own. */
export function maySubscribe(principal: Principal, filter: string, mayReadWarnings: MayReadWarnings): Verdict {
  if (/[+#]/.test(filter))
    return {
      allowed: false,
      fault: 'topic',
      reason: `Wildcards are not allowed (${filter}): subscribe to each topic by its full name.`,
    };
  const rule = rulesOf(principal, 'subscribe').find((one) => matches(one, principal, filter, mayReadWarnings));
  if (!rule) return { allowed: false, fault: 'topic', reason: refusal(principal, 'subscribe', filter) };
  return { allowed: true, content: rule.content };
}

function rulesOf(principal: Principal, may: TopicRule['may']): readonly TopicRule[] {
  return rules.filter((rule) => rule.who === principal.kind && rule.may === may);
}

function matches(rule: TopicRule, principal: Principal, topic: string, mayReadWarnings?: MayReadWarnings): boolean {
  if (principal.kind === 'device') return topic === rule.topic.replace('{own}', () => principal.deviceId);
  const prefix = rule.topic.slice(0, rule.topic.indexOf('{'));
  if (!topic.startsWith(prefix)) return false;
  const division = topic.slice(prefix.length);
  return /^\d{6,12}$/.test(division) && mayReadWarnings?.(principal.divisionCode, division) === true;
}

function refusal(principal: Principal, may: TopicRule['may'], topic: string): string {
  const open = rulesOf(principal, may).map((rule) =>
    principal.kind === 'device' ? rule.topic.replace('{own}', () => principal.deviceId) : rule.topic,
  );
  const alternative = open.length > 0 ? `only to ${open.join(', ')}` : 'nothing';
  return `${nameOf(principal)} may not ${may} to ${topic}; it may ${may} ${alternative}.`;
}

export function nameOf(principal: Principal): string {
  return principal.kind === 'device' ? `Device ${principal.deviceId}` : `User ${principal.username}`;
}
