import type { Recall, RecallTask } from '../../api/types.ts';
import { Chip, type Tone } from '../../shared/Chip.tsx';
import { useRecallState, useRecallTexts, useTaskState } from './texts.ts';

const tones: Record<Recall['state'], Tone> = { draft: 'neutral', open: 'bad', closed: 'good', cancelled: 'neutral' };
const taskTones: Record<RecallTask['state'], Tone> = { sent: 'caution', received: 'busy', reported: 'good' };

export function RecallChip({ state, drill }: Pick<Recall, 'state' | 'drill'>) {
  const word = useRecallState();
  const t = useRecallTexts();
  return (
    <>
      <Chip tone={tones[state]}>{word(state)}</Chip>
      {drill && <Chip tone="neutral">{t('isDrill')}</Chip>}
    </>
  );
}

export function TaskChip({ state }: Pick<RecallTask, 'state'>) {
  const word = useTaskState();
  return <Chip tone={taskTones[state]}>{word(state)}</Chip>;
}
