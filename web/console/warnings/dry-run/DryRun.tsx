import { Button } from 'antd';
import { useState } from 'react';
import { Choice } from '../../shared/Choice.tsx';
import { ProblemNote } from '../../shared/ProblemNote.tsx';
import { VerbButton } from '../../shared/VerbButton.tsx';
import { DryRunFigures } from './DryRunFigures.tsx';
import { type TriedRule, useDryRun, useDryRunVerbs } from './queries.ts';
import { useDryRunState, useDryRunTexts } from './texts.ts';

const periods = [7, 31, 92, 366];

/** What the rule would have done with readings of the past, before it is made. */
export function DryRun({ rule }: { rule(): Promise<TriedRule> }) {
  const t = useDryRunTexts();
  const stateWord = useDryRunState();
  const [days, setDays] = useState(periods[0] as number);
  const { start, cancel } = useDryRunVerbs();
  const { data: run, error } = useDryRun(start.data?.id);
  const begin = async () => {
    const to = new Date();
    const from = new Date(to.getTime() - days * 86_400_000);
    start.mutate({ rule: await rule(), from: from.toISOString(), to: to.toISOString() });
  };
  const isRunning = run?.state === 'running';
  const problem = start.error ?? cancel.error ?? error;
  return (
    <div className="dry-run">
      <Choice
        label={t('period')}
        value={String(days)}
        all={null}
        options={periods.map((each) => ({ value: String(each), label: t('lastDays', { days: each }) }))}
        onChange={(value) => setDays(Number(value))}
      />
      {!isRunning && (
        // What is still lacking is said at its field.
        <Button loading={start.isPending} onClick={() => void begin().catch(() => undefined)}>
          {t('start')}
        </Button>
      )}
      {isRunning && (
        <>
          <progress aria-label={t('progress')} value={run.progress} max={1} />
          <span>{Math.floor(run.progress * 100)}%</span>
          <VerbButton verb="cancel" record={run} loading={cancel.isPending} onClick={() => cancel.mutate(run.id)}>
            {t('cancel')}
          </VerbButton>
        </>
      )}
      {problem && <ProblemNote error={problem} />}
      <div className="dry-run-found" aria-live="polite">
        {run && !isRunning && <p className="note">{stateWord(run.state)}</p>}
        {run && !isRunning && <DryRunFigures run={run} />}
      </div>
    </div>
  );
}
