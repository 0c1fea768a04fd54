import type { WarningDryRun } from '../../api/types.ts';
import { Facts } from '../../shared/Facts.tsx';
import { useDryRunTexts } from './texts.ts';

/** What it has found so far. */
export function DryRunFigures({ run }: { run: WarningDryRun }) {
  const t = useDryRunTexts();
  return (
    <Facts
      facts={[
        [t('looked'), t('readings', { devices: run.devices, readings: run.readings })],
        [t('warnings'), t('perDay', { count: run.warnings, perDay: run.perDay.toFixed(1) })],
        [t('flapping'), run.flapping.map(({ deviceId }) => deviceId).join(', ')],
        [t('caught'), run.caught],
        [t('missed'), run.missedCount],
        [t('avoided'), run.falseAlarmsAvoided],
        [t('repeated'), run.falseAlarmsRepeated],
      ]}
    />
  );
}
