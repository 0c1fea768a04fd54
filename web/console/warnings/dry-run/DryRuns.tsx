import type { WarningDryRun } from '../../api/types.ts';
import { DataTable } from '../../shared/DataTable.tsx';
import { People } from '../../shared/People.tsx';
import { Section } from '../../shared/Section.tsx';
import { Time } from '../../shared/Time.tsx';
import { VerbButton } from '../../shared/VerbButton.tsx';
import { DryRunFigures } from './DryRunFigures.tsx';
import { useDryRuns, useDryRunVerbs } from './queries.ts';
import { useDryRunState, useDryRunTexts } from './texts.ts';

/** Which rules were tried, by whom, and what came of it. */
export function DryRuns() {
  const t = useDryRunTexts();
  const stateWord = useDryRunState();
  const list = useDryRuns();
  const { cancel } = useDryRunVerbs();
  return (
    <Section title={t('title')}>
      <DataTable<WarningDryRun>
        caption={t('title')}
        rows={list.items}
        rowKey={({ id }) => id}
        list={list}
        empty={t('none')}
        testId="dry-run"
        columns={[
          { key: 'rule', title: t('rule'), names: true, render: ({ rule }) => rule.name },
          {
            key: 'period',
            title: t('period'),
            render: ({ from, to }) => (
              <>
                <Time at={from} /> – <Time at={to} />
              </>
            ),
          },
          {
            key: 'by',
            title: t('by'),
            render: ({ startedBy, startedAt }) => (
              <>
                <People usernames={[startedBy]} />
                <div className="under">
                  <Time at={startedAt} />
                </div>
              </>
            ),
          },
          {
            key: 'state',
            title: t('state'),
            render: ({ state, progress, cancelledBy }) => (
              <>
                {stateWord(state)}
                {state === 'running' && <div className="under">{Math.floor(progress * 100)}%</div>}
                {cancelledBy && (
                  <div className="under">
                    <People usernames={[cancelledBy]} />
                  </div>
                )}
              </>
            ),
          },
          { key: 'found', title: t('found'), render: (run) => <DryRunFigures run={run} /> },
          {
            key: 'steps',
            title: t('steps'),
            render: (run) =>
              run.state === 'running' && (
                <VerbButton verb="cancel" record={run} onClick={() => cancel.mutate(run.id)}>
                  {t('cancel')}
                </VerbButton>
              ),
          },
        ]}
      />
    </Section>
  );
}
