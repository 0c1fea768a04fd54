import type { Objection } from '../../api/types.ts';
import { Chip, type Tone } from '../../shared/Chip.tsx';
import { useObjectionState } from './texts.ts';

const tones: Record<Objection['state'], Tone> = {
  raised: 'caution',
  accepted: 'busy',
  appointed: 'busy',
  'in-retest': 'busy',
  decided: 'good',
  refused: 'neutral',
  withdrawn: 'neutral',
};

export function ObjectionChip({ state }: { state: Objection['state'] }) {
  const word = useObjectionState();
  return <Chip tone={tones[state]}>{word(state)}</Chip>;
}
