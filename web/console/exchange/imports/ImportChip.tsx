import type { RegisterImport } from '../../api/types.ts';
import { Chip, type Tone } from '../../shared/Chip.tsx';
import { useImportState } from './texts.ts';

const tones: Record<RegisterImport['state'], Tone> = {
  checking: 'busy',
  checked: 'busy',
  refused: 'bad',
  storing: 'busy',
  stored: 'good',
  halted: 'bad',
  cancelled: 'neutral',
};

export function ImportChip({ state }: Pick<RegisterImport, 'state'>) {
  const word = useImportState();
  return <Chip tone={tones[state]}>{word(state)}</Chip>;
}
