import type { Level } from '../../model.ts';
import { isHigher } from '../../rules/levels.ts';
import type { DeliveryEvent } from './message.ts';

/** What of a warning tells since when there is something new about it. Times are ISO 8601. */
export interface Tellable {
  history: readonly { verb: string; at: string }[];
  followUps: readonly { at: string; level?: { from: Level; to: Level } }[];
  quiet?: object;
}

export interface WarningNews {
  event: Exclude<DeliveryEvent, 'test'>;
  at: string;
}

const events: Readonly<Record<string, WarningNews['event']>> = {
  raise: 'raised',
  reopen: 'raised',
  wake: 'raised',
  'raise-level': 'level-raised',
  escalate: 'escalated',
};

/** The newest of what people are told of that the warning holds as it stands; `null` while it is kept quiet. */
export function newsOf({ history, followUps, quiet }: Tellable): WarningNews | null {
  if (quiet) return null;
  const all: WarningNews[] = [
    ...history.flatMap(({ verb, at }) => (events[verb] ? { event: events[verb], at } : [])),
    ...followUps.flatMap(({ level, at }) =>
      level && isHigher(level.to, level.from) ? { event: 'level-raised' as const, at } : [],
    ),
  ];
  return all.toSorted((a, b) => a.at.localeCompare(b.at)).at(-1) ?? null;
}
