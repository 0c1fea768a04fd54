import type { Sample } from '../api/types.ts';
import { StepLine } from '../shared/StepLine.tsx';
import { useSampleState, usualStates } from './words.ts';

/** Which entry of the history brought the sample into a state. */
const broughtBy: Record<string, string> = {
  drawn: 'draw',
  received: 'receive',
  'in-test': 'enter-result',
  reported: 'report',
  published: 'verify',
  rejected: 'reject',
  invalidated: 'invalidate',
};

/** 样品流转: what was (who, when), what is, what comes. */
export function StateLine({ sample }: { sample: Sample }) {
  const word = useSampleState();
  const line = usualStates.includes(sample.state) ? usualStates : [...passed(sample), sample.state];
  const current = line.indexOf(sample.state);
  return (
    <StepLine
      steps={line.map((state, index) => {
        const entry = sample.history.findLast(({ verb }) => verb === broughtBy[state]);
        return {
          key: state,
          title: word(state),
          state: index < current ? 'done' : index === current ? 'now' : 'to-come',
          ...(entry && index <= current && { by: entry.by, at: entry.at }),
        };
      })}
    />
  );
}

/** The usual states that a sample came through before it was rejected or invalidated. */
function passed({ history }: Sample): string[] {
  return usualStates.filter((state) => history.some(({ verb }) => verb === broughtBy[state]));
}
