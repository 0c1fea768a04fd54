import type { Device } from '../api/types.ts';
import { Chip, type Tone } from '../shared/Chip.tsx';
import { useDevicesTexts } from './texts.ts';

const tones: Record<Device['status'], Tone> = { online: 'good', offline: 'caution', 'never-seen': 'neutral' };

export function DeviceStatus({ status }: { status: Device['status'] }) {
  const t = useDevicesTexts();
  return (
    <Chip tone={tones[status]} testId="device-status" state={status}>
      {t(status)}
    </Chip>
  );
}
