import type { Device } from '../../api/types.ts';
import { Chip, type Tone } from '../../shared/Chip.tsx';
import { useDeviceLifeTexts } from './texts.ts';

const tones: Record<Device['state'], Tone> = {
  registered: 'neutral',
  active: 'good',
  disabled: 'caution',
  retired: 'bad',
};

export function DeviceState({ state }: { state: Device['state'] }) {
  const t = useDeviceLifeTexts();
  return (
    <Chip tone={tones[state]} testId="device-state" state={state}>
      {t(state)}
    </Chip>
  );
}
