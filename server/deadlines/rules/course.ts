import type { Turn } from '../../facts/rules/fact.ts';

/** As much of a deadline as tells what became of it when. */
export interface Followed {
  startedAt: Date;
  /** As it is now. */
  dueAt: Date;
  /** When it was made to be due at another moment, or at none while it rests. */
  changes: readonly { at: Date; oldDue: Date; newDue?: Date | undefined }[];
  endedAt?: Date | undefined;
}

/**
 * How it stood from when on, as was known at each moment: `running`, `overdue`, then `in-time` or `late` by what was due when it ended. What
 * rests is not overdue.
 */
export function courseOf({ startedAt, dueAt, changes, endedAt }: Followed): Turn[] {
  const end = endedAt?.getTime() ?? Number.POSITIVE_INFINITY;
  const stretches = [
    { from: startedAt, due: changes[0]?.oldDue ?? dueAt },
    ...changes.map(({ at, newDue }) => ({ from: at, due: newDue })),
  ];
  const turns = stretches.flatMap(({ from, due }, index): Turn[] => {
    const until = Math.min(stretches[index + 1]?.from.getTime() ?? end, end);
    if (from.getTime() > end) return [];
    if (due && due <= from) return [{ at: from, word: 'overdue' }];
    const passes = due && due.getTime() < until;
    return [{ at: from, word: 'running' }, ...(passes ? [{ at: due, word: 'overdue' }] : [])];
  });
  const last = stretches.findLast(({ from }) => from.getTime() <= end);
  if (endedAt) turns.push({ at: endedAt, word: last?.due && last.due <= endedAt ? 'late' : 'in-time' });
  return turns;
}
