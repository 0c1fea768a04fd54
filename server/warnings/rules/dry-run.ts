import { type Arrival, evaluate, type StreamRule } from './stream-rule.ts';
import { quietState, type StreamState } from './stream-state.ts';

/** A time for which the rule's condition would have held. Milliseconds since 1970. */
export interface Episode {
  from: number;
  /** Absent: it still held at the end. */
  to?: number;
}

export interface DryRun {
  state: StreamState;
  episodes: Episode[];
}

export const dryRunStart = (): DryRun => ({ state: quietState, episodes: [] });

/** What the rule would have done with one more reading of a device; the same rules as live. */
export function dryRunStep(rule: StreamRule, run: DryRun, arrival: Arrival): void {
  for (let again = true; again; ) {
    const evaluated = evaluate(rule, run.state, arrival);
    run.state = evaluated.state;
    const at = evaluated.at ?? arrival.at;
    const last = run.episodes.at(-1);
    if (evaluated.effect === 'raise') run.episodes.push({ from: at });
    else if (evaluated.effect === 'clear' && last) last.to = at;
    again = evaluated.again === true;
  }
}

const hour = 3_600_000;
const flappingTimes = 3;

/** Three times within an hour: nobody can act on that. */
export function isFlapping(episodes: readonly Episode[]): boolean {
  return episodes.some(({ from }, index) => {
    const third = episodes[index + flappingTimes - 1];
    return third !== undefined && third.from - from <= hour;
  });
}

interface Looking {
  kind: StreamRule['kind'];
  comparison?: string | undefined;
  direction?: string | undefined;
}

const sideOf = ({ kind, comparison, direction }: Looking): string => {
  if (kind === 'silence') return 'silence';
  return comparison === 'below' || direction === 'falling' ? 'low' : 'high';
};

/** Whether what one rule warned of can be a case for another: too cold is no case for a rule about too warm. */
export const looksTheSameWay = (rule: Looking, other: Looking): boolean => sideOf(rule) === sideOf(other);

/** Would one of these have told of what held then? An hour sooner or later is the same case. */
export function tellsOf(episodes: readonly Episode[], happened: { from: number; to: number }): boolean {
  return episodes.some(
    ({ from, to = Number.POSITIVE_INFINITY }) => from <= happened.to + hour && to >= happened.from - hour,
  );
}
