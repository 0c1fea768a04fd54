import type { Sample } from '../api/types.ts';
import { Time } from '../shared/Time.tsx';
import { useTestingTexts } from './texts.ts';
import { stateNames, useSampleState } from './words.ts';

/** Which entry of the history brought the sample into a state. */
const broughtBy: Record<string, string> = {
  drawn: 'draw',
  received: 'receive',
  'in-test': 'enter-result',
  reported: 'report',
  published: 'verify',
};

/** 样品流转: what was (who, when), what is, what comes. */
export function StateLine({ sample }: { sample: Sample }) {
  const t = useTestingTexts();
  const word = useSampleState();
  const current = stateNames.indexOf(sample.state);
  return (
    <ol className="state-line" aria-label={t('steps')}>
      {stateNames.map((state, index) => {
        const entry = sample.history.find(({ verb }) => verb === broughtBy[state]);
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
