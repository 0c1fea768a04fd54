import type { Sample } from '../api/types.ts';
import { Time } from '../shared/Time.tsx';
import { useTestingTexts } from './texts.ts';
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
  const t = useTestingTexts();
  const word = useSampleState();
  const line = usualStates.includes(sample.state) ? usualStates : [...passed(sample), sample.state];
  const current = line.indexOf(sample.state);
  return (
    <ol className="state-line" aria-label={t('steps')}>
      {line.map((state, index) => {
        const entry = sample.history.findLast(({ verb }) => verb === broughtBy[state]);
        const when = index < current ? 'past' : index === current ? 'present' : 'future';
        return (
          <li key={state} className={when} aria-current={when === 'present' ? 'step' : undefined}>
            <strong>{word(state)}</strong>
            {entry && index <= current && (
              <span className="under">
                {entry.by} <Time at={entry.at} />
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** The usual states that a sample came through before it was rejected or invalidated. */
function passed({ history }: Sample): string[] {
  return usualStates.filter((state) => history.some(({ verb }) => verb === broughtBy[state]));
}
