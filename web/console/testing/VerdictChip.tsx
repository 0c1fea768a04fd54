import { Chip, type Tone } from '../shared/Chip.tsx';
import { useTestingTexts } from './texts.ts';
import { useVerdictWord } from './words.ts';

/** Only `pass` is green: what nobody can tell never looks like a pass. */
const tones: Record<string, Tone> = {
  pass: 'good',
  fail: 'bad',
  'no-limit': 'caution',
  'not-comparable': 'caution',
  pending: 'neutral',
};

interface Verdict {
  verdict: string;
  /** Not yet verified by a second person: a pass is not yet green then. */
  preliminary?: boolean;
}

export function VerdictChip({ verdict, preliminary = false }: Verdict) {
  const word = useVerdictWord();
  const t = useTestingTexts();
  const settled = !preliminary || verdict === 'pending';
  const tone = !settled && verdict === 'pass' ? 'neutral' : (tones[verdict] ?? 'neutral');
  return (
    <Chip tone={tone} testId="verdict" state={verdict}>
      {settled ? word(verdict) : t('preliminary', { verdict: word(verdict) })}
    </Chip>
  );
}
