import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { answerOf, api } from '../api/client.ts';
import type { paths } from '../api/schema.d.ts';
import { Facts } from '../shared/Facts.tsx';
import { ProblemNote } from '../shared/ProblemNote.tsx';
import { useWarningsTexts } from './texts.ts';

type Rule = paths['/api/v1/warning-rules/dry-run']['post']['requestBody']['content']['application/json']['rule'];

const days = 7;

/** What the rule would have done in the last week, before it is made. */
export function DryRun({ rule }: { rule(): Promise<Rule> }) {
  const t = useWarningsTexts();
  const run = useMutation({
    mutationFn: async () => {
      const to = new Date();
      const from = new Date(to.getTime() - days * 86_400_000);
      const body = { rule: await rule(), from: from.toISOString(), to: to.toISOString() };
      return answerOf(api.POST('/api/v1/warning-rules/dry-run', { body }));
    },
  });
  const result = run.data;
  return (
    <div className="dry-run" aria-live="polite">
      <Button loading={run.isPending} onClick={() => run.mutate()}>
        {t('dryRun', { days })}
      </Button>
      {run.error && <ProblemNote error={run.error} />}
      {result && (
        <Facts
          facts={[
            [t('dryRunLooked'), t('dryRunReadings', { devices: result.devices, readings: result.readings })],
            [t('dryRunWarnings'), t('dryRunPerDay', { count: result.warnings, perDay: result.perDay.toFixed(1) })],
            [t('dryRunFlapping'), result.flapping.map(({ deviceId }) => deviceId).join(', ')],
            [t('dryRunCaught'), result.caught],
            [t('dryRunMissed'), result.missedCount],
            [t('dryRunAvoided'), result.falseAlarmsAvoided],
            [t('dryRunRepeated'), result.falseAlarmsRepeated],
          ]}
        />
      )}
    </div>
  );
}
