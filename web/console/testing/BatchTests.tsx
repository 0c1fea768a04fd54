import { Link } from 'react-router';
import type { TracedTest } from '../api/types.ts';
import { Chip } from '../shared/Chip.tsx';
import { Time } from '../shared/Time.tsx';
import { Results } from './Results.tsx';
import { VerdictChip } from './VerdictChip.tsx';
import { usePlanWord, useSampleState } from './words.ts';

/** The samples of a batch, for its page. */
export function BatchTests({ samples }: { samples: TracedTest[] }) {
  const plan = usePlanWord();
  const stateWord = useSampleState();
  return (
    <>
      {samples.map((sample) => (
        <article className="batch-test" key={sample.id}>
          <div className="result-line">
            <Link to={`/samples/${sample.id}`}>{sample.number}</Link>
            <span>{plan(sample.planKind)}</span>
            <Time at={sample.drawnAt} />
            <Chip tone={sample.state === 'published' ? 'good' : 'busy'}>{stateWord(sample.state)}</Chip>
            <VerdictChip verdict={sample.verdict} preliminary={sample.state !== 'published'} />
          </div>
          <Results results={sample.results} />
        </article>
      ))}
    </>
  );
}
