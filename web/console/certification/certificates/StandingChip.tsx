import type { Certificate } from '../../api/types.ts';
import { Chip, type Tone } from '../../shared/Chip.tsx';
import { useStanding } from './texts.ts';

const tones: Record<Certificate['standing'], Tone> = {
  valid: 'good',
  'not-yet': 'neutral',
  suspended: 'caution',
  withdrawn: 'bad',
  expired: 'neutral',
};

export function StandingChip({ standing }: { standing: Certificate['standing'] }) {
  const word = useStanding();
  return <Chip tone={tones[standing] ?? 'neutral'}>{word(standing)}</Chip>;
}
