import { Chip, type Tone } from '../shared/Chip.tsx';
import type { StreamState } from './connection.ts';
import { useWarningsTexts } from './texts.ts';
import { useWarningStream } from './warning-stream.ts';

const tones: Record<StreamState, Tone> = {
  connecting: 'busy',
  live: 'good',
  reconnecting: 'caution',
  paused: 'neutral',
};

/** Whether what is shown is still fresh. */
export function StreamStateChip() {
  const t = useWarningsTexts();
  const { state } = useWarningStream();
  return (
    <Chip tone={tones[state]} testId="stream-state" state={state}>
      {t(state)}
    </Chip>
  );
}
