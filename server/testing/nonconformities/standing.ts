import type { SampleRecord } from '../model.ts';
import type { DoubtedResult } from './model.ts';

/** `counts`: somebody still has to confirm it, or to set it aside; the others are settled. */
export const doubtStandings = ['counts', 'confirmed', 'set-aside', 'invalidated'] as const;
export type DoubtStanding = (typeof doubtStandings)[number];

/** What has become of a result in doubt, by its sample as it is now; of a rapid test, by what was decided of it here. */
export function standingOf(
  { sampleId, resultId, confirmed, setAside }: Pick<DoubtedResult, 'sampleId' | 'resultId' | 'confirmed' | 'setAside'>,
  sample: Pick<SampleRecord, 'state' | 'results'> | undefined,
): DoubtStanding {
  if (!sampleId) return setAside ? 'set-aside' : confirmed ? 'confirmed' : 'counts';
  const counts = sample?.results.some(({ _id }) => _id.equals(resultId)) ?? false;
  if (!counts) return 'set-aside';
  if (confirmed) return 'confirmed';
  return sample?.state === 'invalidated' || sample?.state === 'rejected' ? 'invalidated' : 'counts';
}
