import { Button, Skeleton } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useAppearance } from '../../app/appearance.tsx';
import { DataTable } from '../../shared/DataTable.tsx';
import { writeExactTime, writeTime } from '../../shared/format.ts';
import { ProblemNote } from '../../shared/ProblemNote.tsx';
import { Section } from '../../shared/Section.tsx';
import { useLanguage } from '../../shared/texts.ts';
import { controlChartOptions } from './chart-options.ts';
import { useControlChart } from './queries.ts';
import { useControlKind, useControlState, useControlTexts } from './texts.ts';

const LineChartBox = lazy(async () => ({ default: (await import('../../shared/LineChartBox.tsx')).LineChartBox }));

/** The controls held against one version of a criterion, as a chart or as the same in a table. */
export function ControlChartView({ id }: { id: string }) {
  const t = useControlTexts();
  const language = useLanguage();
  const kindWord = useControlKind();
  const stateWord = useControlState();
  const { appearance } = useAppearance();
  const { data: chart, error, refetch } = useControlChart(id);
  const [asTable, setAsTable] = useState(false);
  if (!chart) return error ? <ProblemNote error={error} retry={() => refetch()} /> : <Skeleton active />;
  const { criterion, points } = chart;
  const name = [kindWord(criterion.kind), criterion.analyte, criterion.material, criterion.lot]
    .filter(Boolean)
    .join(' · ');
  const count = (state: string) => points.filter((point) => point.state === state).length;
  const description = t('described', {
    name,
    count: points.length,
    bad: count('out-of-control'),
    warning: count('warning'),
  });
  return (
    <Section
      title={t('chart', { name })}
      actions={
        <Button aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? t('asChart') : t('asTable')}
        </Button>
      }
    >
      <p className="conclusion">{points.length ? description : t('noPoints')}</p>
      {points.length > 0 && !asTable && (
        <Suspense fallback={<Skeleton.Node active className="curve" />}>
          <LineChartBox
            description={description}
            options={controlChartOptions({
              chart,
              dark: appearance === 'dark',
              name,
              meanWord: t('mean'),
              stateWord,
              writeTime: (at) => writeTime(at, language),
            })}
          />
        </Suspense>
      )}
      {asTable && (
        <DataTable
          caption={name}
          rows={points.toReversed()}
          rowKey={(point) => point.id}
          empty={t('noPoints')}
          columns={[
            { key: 'at', title: t('at'), names: true, render: ({ at }) => writeExactTime(at, language) },
            { key: 'run', title: t('run'), render: ({ runName }) => runName },
            {
              key: 'value',
              title: t('value'),
              align: 'end',
              render: ({ value }) => `${value} ${criterion.unit ?? ''}`,
            },
            { key: 'measure', title: t('measure'), align: 'end', render: ({ measure }) => measure },
            { key: 'state', title: t('state'), render: ({ state }) => stateWord(state) },
            { key: 'rules', title: t('rules'), render: ({ rules }) => rules.join('、') },
          ]}
        />
      )}
    </Section>
  );
}
