import type { ReadingsDecoder } from './decoders/decoded.ts';
import { readingFormats } from './decoders/index.ts';
import type { Principal } from './ports.ts';
import { matchTopic, type TopicMatch } from './topic-pattern.ts';

/**
 * What the messages of a topic hold; it decides who reads them. `passed-over`: events of a network server that say nothing
 * about a measurement, acknowledged and counted. `not-taken`: known to the firmware, kept as rejected with the reason.
 */
export type Content =
  | 'readings'
  | 'results'
  | 'status'
  | 'command-answers'
  | 'attribute-request'
  | 'passed-over'
  | 'not-taken'
  | 'commands'
  | 'warnings'
  | 'checkpoints'
  | 'replies'
  | 'nothing';

interface TopicRule {
  who: Principal['kind'];
  may: 'publish' | 'subscribe';
  /** A pattern of `topic-pattern.ts`; `{division}` is a division whose warnings the caller may read. */
  topic: string;
  content: Content;
  /** Of readings: the formats in which they may come; the first that recognizes the payload has it. */
  formats?: readonly ReadingsDecoder[];
  /** May the message be sent with the retain flag? The broker keeps none; the flag is taken from those that may. */
  retain?: boolean;
}

const rules: readonly TopicRule[] = [
  ...readingRules(readingFormats),
  { who: 'device', may: 'publish', topic: 'agritrace/v1/{own}/results', content: 'results' },
  { who: 'device', may: 'publish', topic: 'agritrace/v1/{own}/status', content: 'status', retain: true },
  { who: 'device', may: 'publish', topic: 'agritrace/v1/{own}/commands/answers', content: 'command-answers' },
  { who: 'device', may: 'publish', topic: 'v1/devices/me/attributes/request/{any}', content: 'attribute-request' },
  { who: 'device', may: 'publish', topic: 'v1/devices/me/rpc/request/{any}', content: 'not-taken' },
  { who: 'device', may: 'publish', topic: 'v1/devices/me/rpc/response/{any}', content: 'not-taken' },
  { who: 'device', may: 'publish', topic: 'v1/devices/me/claim', content: 'not-taken' },
  { who: 'integration', may: 'publish', topic: 'application/{any}/device/{child}/event/{any}', content: 'passed-over' },
  { who: 'integration', may: 'publish', topic: 'v3/{any}/devices/{child}/join', content: 'passed-over' },
  { who: 'integration', may: 'publish', topic: 'v3/{any}/devices/{child}/down/{any}', content: 'passed-over' },
  { who: 'device', may: 'subscribe', topic: 'agritrace/v1/{own}/commands', content: 'commands' },
  { who: 'user', may: 'subscribe', topic: 'agritrace/v1/warnings/{division}', content: 'warnings' },
  { who: 'user', may: 'subscribe', topic: 'agritrace/v1/audit/checkpoint', content: 'checkpoints' },
  // Nobody may publish here: only the broker's own answers to this one client come this way.
  { who: 'device', may: 'subscribe', topic: 'v1/devices/me/attributes/response/{any}', content: 'replies' },
  { who: 'integration', may: 'subscribe', topic: 'spBv1.0/{any}/NCMD/{own}', content: 'replies' },
  { who: 'integration', may: 'subscribe', topic: 'spBv1.0/{any}/DCMD/{own}/{child}', content: 'replies' },
  { who: 'integration', may: 'subscribe', topic: 'spBv1.0/{any}/DCMD/{own}/+', content: 'replies' },
  { who: 'integration', may: 'subscribe', topic: 'spBv1.0/{any}/DCMD/{own}/#', content: 'replies' },
  // Firmware of other platforms subscribes to these at once and gives up when it is refused. Nothing is ever sent there.
  { who: 'device', may: 'subscribe', topic: 'v1/devices/me/attributes', content: 'nothing' },
  { who: 'device', may: 'subscribe', topic: 'v1/devices/me/attributes/response/+', content: 'nothing' },
  { who: 'device', may: 'subscribe', topic: 'v1/devices/me/rpc/request/+', content: 'nothing' },
  { who: 'device', may: 'subscribe', topic: 'v1/devices/me/rpc/response/+', content: 'nothing' },
  { who: 'integration', may: 'subscribe', topic: 'application/{any}/device/+/command/down', content: 'nothing' },
  { who: 'integration', may: 'subscribe', topic: 'application/+/device/+/command/down', content: 'nothing' },
  { who: 'integration', may: 'subscribe', topic: 'application/+/device/+/command/+', content: 'nothing' },
  { who: 'integration', may: 'subscribe', topic: 'v3/{any}/devices/+/down/push', content: 'nothing' },
  { who: 'integration', may: 'subscribe', topic: 'v3/{any}/devices/+/down/replace', content: 'nothing' },
  { who: 'integration', may: 'subscribe', topic: 'spBv1.0/{any}/NCMD/{own}/#', content: 'nothing' },
  { who: 'integration', may: 'subscribe', topic: 'spBv1.0/STATE/{any}', content: 'nothing' },
  { who: 'integration', may: 'subscribe', topic: 'spBv1.0/STATE/+', content: 'nothing' },
];

/** One rule for each topic in the table of formats, with its formats in the table's order. */
function readingRules(formats: readonly ReadingsDecoder[]): TopicRule[] {
  const rulesByTopic = new Map<string, TopicRule & { formats: ReadingsDecoder[] }>();
  for (const format of formats)
    for (const { who, topic } of format.topics) {
      const key = `${who} ${topic}`;
      const rule = rulesByTopic.get(key) ?? { who, may: 'publish', topic, content: 'readings', formats: [] };
      rule.formats.push(format);
      rulesByTopic.set(key, rule);
    }
  return [...rulesByTopic.values()];
}

export interface Allowed {
  allowed: true;
  content: Content;
  formats: readonly ReadingsDecoder[];
  match: TopicMatch;
}

export type Verdict = Allowed | { allowed: false; fault: 'topic' | 'retain'; reason: string };

export type MayReadWarnings = (ownDivisionCode: string, divisionCode: string) => boolean;

/** May this message be sent? Holds for a last will as for a PUBLISH. */
export function mayPublish(principal: Principal, topic: string, retain: boolean): Verdict {
  const found = findRule(principal, 'publish', topic);
  if (!found) return { allowed: false, fault: 'topic', reason: refusal(principal, 'publish', topic) };
  const { rule, match } = found;
  if (retain && !rule.retain)
    return {
      allowed: false,
      fault: 'retain',
      reason: `The retain flag is not allowed on ${topic}: a ${rule.content} message belongs to one moment. Send it without the flag.`,
    };
  return { allowed: true, content: rule.content, formats: rule.formats ?? [], match };
}

/**
 * May this client subscribe to the filter? Wildcards are refused, even where they would match nothing but the client's own,
 * but for the filters of other platforms' firmware on which nothing is ever sent.
 */
export function maySubscribe(principal: Principal, filter: string, mayReadWarnings: MayReadWarnings): Verdict {
  const found = findRule(principal, 'subscribe', filter, mayReadWarnings);
  if (found) return { allowed: true, content: found.rule.content, formats: [], match: found.match };
  if (/[+#]/.test(filter))
    return {
      allowed: false,
      fault: 'topic',
      reason: `Wildcards are not allowed (${filter}): subscribe to each topic by its full name.`,
    };
  return { allowed: false, fault: 'topic', reason: refusal(principal, 'subscribe', filter) };
}

/** May a message on this topic be handed to the client, whatever it has subscribed to? */
export function mayReceive(principal: Principal, topic: string, mayReadWarnings: MayReadWarnings): boolean {
  const verdict = maySubscribe(principal, topic, mayReadWarnings);
  return verdict.allowed && ['commands', 'warnings', 'checkpoints', 'replies'].includes(verdict.content);
}

const ruleSets = new Map<string, readonly TopicRule[]>();

function rulesOf(principal: Principal, may: TopicRule['may']): readonly TopicRule[] {
  const key = `${principal.kind} ${may}`;
  const known = ruleSets.get(key) ?? rules.filter((rule) => rule.who === principal.kind && rule.may === may);
  ruleSets.set(key, known);
  return known;
}

function findRule(
  principal: Principal,
  may: TopicRule['may'],
  topic: string,
  mayReadWarnings?: MayReadWarnings,
): { rule: TopicRule; match: TopicMatch } | undefined {
  for (const rule of rulesOf(principal, may)) {
    const match = matches(rule, principal, topic, mayReadWarnings);
    if (match) return { rule, match };
  }
  return undefined;
}

function matches(
  rule: TopicRule,
  principal: Principal,
  topic: string,
  mayReadWarnings?: MayReadWarnings,
): TopicMatch | null {
  if (principal.kind !== 'user') return matchTopic(rule.topic, topic, senderOf(principal));
  if (!rule.topic.includes('{')) return rule.topic === topic ? { any: [] } : null;
  const prefix = rule.topic.slice(0, rule.topic.indexOf('{'));
  if (!topic.startsWith(prefix)) return null;
  const division = topic.slice(prefix.length);
  const readable = /^\d{6,12}$/.test(division) && mayReadWarnings?.(principal.divisionCode, division) === true;
  return readable ? { any: [] } : null;
}

function refusal(principal: Principal, may: TopicRule['may'], topic: string): string {
  const open = rulesOf(principal, may)
    .filter(({ content }) => content !== 'nothing' && content !== 'not-taken')
    .map((rule) => (principal.kind === 'user' ? rule.topic : rule.topic.replace('{own}', () => senderOf(principal))));
  const alternative = open.length > 0 ? `only to ${open.join(', ')}` : 'nothing';
  return `${nameOf(principal)} may not ${may} to ${topic}; it may ${may} ${alternative}.`;
}

/** The registered id under which a device or an integration sends. */
export function senderOf(principal: Exclude<Principal, { kind: 'user' }>): string {
  return principal.kind === 'device' ? principal.deviceId : principal.name;
}

export function nameOf(principal: Principal): string {
  if (principal.kind === 'device') return `Device ${principal.deviceId}`;
  return principal.kind === 'integration' ? `Integration ${principal.name}` : `User ${principal.username}`;
}
