import type { Inspection } from '../../api/types.ts';
import { Chip, type Tone } from '../../shared/Chip.tsx';
import { useInspectionState } from './texts.ts';

const tones: Record<Inspection['state'], Tone> = {
  planned: 'neutral',
  begun: 'busy',
  submitted: 'busy',
  rectifying: 'caution',
  answered: 'busy',
  closed: 'good',
};

export function InspectionChip({ state }: { state: Inspection['state'] }) {
  const word = useInspectionState();
  return <Chip tone={tones[state]}>{word(state)}</Chip>;
}
