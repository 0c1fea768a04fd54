interface Numbers {
  kind: string;
  metric?: string | undefined;
  comparison?: 'above' | 'below' | undefined;
  limit?: number | undefined;
  clearAt?: number | undefined;
}

const everyKindMayHave = ['metric'];

/**
 * What is wrong with the numbers of a rule: field and message.
 * @param own the fields that each kind needs
 */
export function ruleFaults(
  rule: Numbers,
  own: Readonly<Record<string, readonly string[]>>,
): [field: string, message: string][] {
  const needed = own[rule.kind] ?? [];
  const given = Object.entries(rule).flatMap(([field, value]) => (value === undefined ? [] : [field]));
  const foreign = [...new Set(Object.values(own).flat())].filter(
    (field) => given.includes(field) && !needed.includes(field) && !everyKindMayHave.includes(field),
  );
  return [
    ...needed
      .filter((field) => !given.includes(field))
      .map((field): [string, string] => [field, `is needed for ${rule.kind}`]),
    ...foreign.map((field): [string, string] => [field, `is not a number of ${rule.kind}`]),
    ...deadBandFaults(rule),
  ];
}

/** The clearing value lies on the safe side of the limit; of a change, which has no sign, both are amounts. */
function deadBandFaults({ kind, comparison, limit, clearAt }: Numbers): [string, string][] {
  if (limit === undefined || clearAt === undefined) return [];
  if (kind === 'rate-of-change') {
    if (limit <= 0) return [['limit', 'must be above 0']];
    return clearAt >= 0 && clearAt <= limit ? [] : [['clearAt', 'must lie between 0 and the limit']];
  }
  const safe = comparison === 'above' ? clearAt <= limit : clearAt >= limit;
  return safe ? [] : [['clearAt', 'must lie on the safe side of the limit']];
}
