import { Chip, type Tone } from '../shared/Chip.tsx';
import { useVerdictWord } from './words.ts';

/** Only `pass` is green: what nobody can tell never looks like a pass. */
const tones: Record<string, Tone> = {
  pass: 'good',
  fail: 'bad',
  'no-limit': 'caution',
  'not-comparable': 'caution',
  pending: 'neutral',
};

export function VerdictChip({ verdict }: { verdict: string }) {
  const word = useVerdictWord();
  return (
    <Chip tone={tones[verdict] ?? 'neutral'} testId="verdict" state={verdict}>
      {word(verdict)}
    </Chip>
  );
}
