/** A moment: a date, or milliseconds since 1970. */
type Moment = Date | number;

/** A stretch of time: from `from` on, up to but not including `to`. Absent: without a beginning, or without an end. */
export interface Period {
  from?: Moment | undefined;
  to?: Moment | undefined;
}

const beginningOf = ({ from = Number.NEGATIVE_INFINITY }: Period) => Number(from);
const endOf = ({ to = Number.POSITIVE_INFINITY }: Period) => Number(to);

/** The placement in force at a moment; at most one is. */
export function placementAt<Placement extends Period>(
  history: readonly Placement[],
  at: Moment,
): Placement | undefined {
  const moment = Number(at);
  return history.find((placement) => beginningOf(placement) <= moment && moment < endOf(placement));
}

/** What both periods have in common; `null` when that is nothing. */
export function overlapOf(one: Period, other: Period): { from?: Date; to?: Date } | null {
  const from = Math.max(beginningOf(one), beginningOf(other));
  const to = Math.min(endOf(one), endOf(other));
  if (from >= to) return null;
  return { ...(Number.isFinite(from) && { from: new Date(from) }), ...(Number.isFinite(to) && { to: new Date(to) }) };
}

/** Periods in order of time, those that follow each other without a gap in one. */
export function joined(periods: readonly Period[]): Period[] {
  const joint: Period[] = [];
  for (const { from, to } of periods) {
    const last = joint.at(-1);
    const follows = last?.to !== undefined && from !== undefined && Number(last.to) === Number(from);
    if (follows) joint.pop();
    const begin = follows ? last.from : from;
    joint.push({ ...(begin !== undefined && { from: begin }), ...(to !== undefined && { to }) });
  }
  return joint;
}

/**
 * The history with a new place from `from` on: what was in force ends then. Answers why not, where that would rewrite what
 * is already past.
 */
export function movedTo<Placement extends Period>(
  history: readonly Placement[],
  next: Placement & { from: Date },
  now: Date,
): Placement[] | string {
  const last = history.at(-1);
  const latest = last && (last.to ?? last.from);
  if (next.from > now) return 'is in the future';
  if (latest !== undefined && next.from <= latest)
    return `is not after the placement before it (${new Date(latest).toISOString()}); the past is changed by correct-placements`;
  const ended = last && last.to === undefined ? { ...last, to: next.from } : last;
  return [...history.slice(0, -1), ...(ended ? [ended] : []), next];
}

/** What is wrong with a history, by the place in it; `null` when every moment has at most one placement. */
export function faultOf(history: readonly Period[], now: Date): { index: number; message: string } | null {
  for (const [index, { from, to }] of history.entries()) {
    const fault = (message: string) => ({ index, message });
    const before = history[index - 1];
    if (from !== undefined && to !== undefined && from >= to) return fault('must end after it begins');
    if ((from !== undefined && from > now) || (to !== undefined && to > now))
      return fault('must not lie in the future');
    if (before && (from === undefined || before.to === undefined))
      return fault('needs a beginning, and the one before it an end');
    if (before?.to !== undefined && from !== undefined && from < before.to)
      return fault('begins before the one before it ends');
  }
  return null;
}
