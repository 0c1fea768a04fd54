import type { Nonconformity } from '../../api/types.ts';
import { Chip, type Tone } from '../../shared/Chip.tsx';
import { useDoubtStanding, useNonconformityState } from './texts.ts';

const tones: Record<Nonconformity['state'], Tone> = { open: 'caution', assessed: 'busy', closed: 'good' };

export function StateChip({ state }: { state: Nonconformity['state'] }) {
  const word = useNonconformityState();
  return <Chip tone={tones[state]}>{word(state)}</Chip>;
}

type Standing = Nonconformity['doubted'][number]['standing'];

const standingTones: Record<Standing, Tone> = {
  counts: 'caution',
  confirmed: 'good',
  'set-aside': 'neutral',
  invalidated: 'neutral',
};

export function StandingChip({ standing }: { standing: Standing }) {
  const word = useDoubtStanding();
  return <Chip tone={standingTones[standing]}>{word(standing)}</Chip>;
}
