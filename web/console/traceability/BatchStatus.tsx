import { Chip, type Tone } from '../shared/Chip.tsx';
import { useBatchStatusWord } from './words.ts';

const tones: Record<string, Tone> = { normal: 'good', held: 'bad', recalled: 'bad' };

export function BatchStatus({ status }: { status: string }) {
  const word = useBatchStatusWord();
  return (
    <Chip tone={tones[status] ?? 'neutral'} testId="batch-status" state={status}>
      {word(status)}
    </Chip>
  );
}
