import { Chip, type Tone } from '../../shared/Chip.tsx';
import { useCalibrationTexts } from './texts.ts';

const tones = { valid: 'good', overdue: 'caution', failed: 'bad', none: 'neutral' } as const satisfies Record<
  string,
  Tone
>;

export function Standing({ standing }: { standing: keyof typeof tones }) {
  const t = useCalibrationTexts();
  return (
    <Chip tone={tones[standing]} testId="calibration-standing" state={standing}>
      {t(standing)}
    </Chip>
  );
}
