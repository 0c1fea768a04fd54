/** What a topic said in the places of a pattern. */
export interface TopicMatch {
  /** The external id of a device behind the sender. */
  child?: string;
  /** What stood in the `{any}` places, in order. */
  any: string[];
}

/**
 * Matches a topic against a pattern of literal levels and `{own}` (the sender's id), `{child}` (a device behind the sender),
 * `{any}` (any one level). A wildcard in the topic matches nothing but the same wildcard in the pattern.
 */
export function matchTopic(pattern: string, topic: string, own: string): TopicMatch | null {
  const wanted = pattern.split('/');
  const given = topic.split('/');
  if (wanted.length !== given.length) return null;
  const match: TopicMatch = { any: [] };
  for (const [index, level] of wanted.entries()) {
    const said = given[index] ?? '';
    if (level === said) continue;
    if (/^$|[+#]/.test(said)) return null;
    if (level === '{own}' && said === own) continue;
    if (level === '{any}') match.any.push(said);
    else if (level === '{child}') match.child = said;
    else return null;
  }
  return match;
}
