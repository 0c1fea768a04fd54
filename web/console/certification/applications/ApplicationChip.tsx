import type { CertificationApplication } from '../../api/types.ts';
import { Chip, type Tone } from '../../shared/Chip.tsx';
import { useApplicationState } from './texts.ts';

type State = CertificationApplication['state'];

const tones: Partial<Record<State, Tone>> = {
  draft: 'neutral',
  withdrawn: 'neutral',
  granted: 'good',
  refused: 'bad',
  returned: 'caution',
};

export function ApplicationChip({ state }: { state: State }) {
  const word = useApplicationState();
  return <Chip tone={tones[state] ?? 'busy'}>{word(state)}</Chip>;
}
