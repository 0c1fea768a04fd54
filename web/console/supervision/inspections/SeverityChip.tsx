import type { Inspection } from '../../api/types.ts';
import { Chip, type Tone } from '../../shared/Chip.tsx';
import { useSeverity } from './texts.ts';

type Severity = Inspection['findings'][number]['severity'];

const tones: Record<Severity, Tone> = { minor: 'neutral', major: 'caution', severe: 'bad' };

export function SeverityChip({ severity }: { severity: Severity }) {
  const word = useSeverity();
  return <Chip tone={tones[severity]}>{word(severity)}</Chip>;
}
