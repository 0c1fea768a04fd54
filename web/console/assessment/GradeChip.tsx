import type { Assessment } from '../api/types.ts';
import { Chip, type Tone } from '../shared/Chip.tsx';

const tones: Record<Assessment['grade'], Tone> = { A: 'good', B: 'neutral', C: 'caution', D: 'bad' };

export function GradeChip({ grade }: { grade: Assessment['grade'] }) {
  return <Chip tone={tones[grade]}>{grade}</Chip>;
}
