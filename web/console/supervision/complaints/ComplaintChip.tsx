import type { Complaint } from '../../api/types.ts';
import { Chip, type Tone } from '../../shared/Chip.tsx';
import { useComplaintState } from './texts.ts';

const tones: Record<Complaint['state'], Tone> = {
  received: 'caution',
  assigned: 'busy',
  handling: 'busy',
  answered: 'good',
  closed: 'good',
  transferred: 'neutral',
};

export function ComplaintChip({ state }: { state: Complaint['state'] }) {
  const word = useComplaintState();
  return <Chip tone={tones[state]}>{word(state)}</Chip>;
}
