import { Segmented, Skeleton } from 'antd';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import type { Trace } from '../api/types.ts';
import { useMetricName } from '../devices/metrics.ts';
import { DataTable } from '../shared/DataTable.tsx';
import { writeAmount, writeTime } from '../shared/format.ts';
import { ProblemNote } from '../shared/ProblemNote.tsx';
import { Section } from '../shared/Section.tsx';
import { Time } from '../shared/Time.tsx';
import { useBilingual, useLanguage } from '../shared/texts.ts';
import { useProductInWords } from '../standards/products.ts';
import { BatchTests } from '../testing/BatchTests.tsx';
import { LevelChip } from '../warnings/LevelChip.tsx';
import { MovedWith } from './MovedWith.tsx';
import { OneUpOneDown } from './OneUpOneDown.tsx';
import { type Direction, useTrace } from './queries.ts';
import { TraceGraph } from './TraceGraph.tsx';
import { TraceTree } from './TraceTree.tsx';
import { useTraceabilityTexts } from './texts.ts';

/** All that the trace tells: the graph and its list, and of this batch its tests, warnings and environment. */
export function TraceSections({ code, at }: { code: string; at?: string | undefined }) {
  const t = useTraceabilityTexts();
  const [direction, setDirection] = useState<Direction>('both');
  const { data, error, refetch } = useTrace(code, direction, at);
  const trace = useTraceInWords(data);
  const node = trace?.nodes.find((each) => each.code === trace.code);
  return (
    <>
      <Section
        title={t('trace')}
        actions={
          <Segmented<Direction>
            aria-label={t('direction')}
            value={direction}
            onChange={setDirection}
            options={(['both', 'up', 'down'] as const).map((value) => ({ value, label: t(value) }))}
          />
        }
      >
        {error && <ProblemNote error={error} retry={() => refetch()} />}
        {!trace && !error && <Skeleton active />}
        {trace?.truncated && <p className="note">{t('truncated')}</p>}
        {trace && (
          <div className="trace">
            <TraceGraph trace={trace} />
            <TraceTree trace={trace} />
          </div>
        )}
      </Section>
      {node?.links && <OneUpOneDown links={node.links} />}
      {node && <MovedWith node={node} />}
      {node?.own && (
        <>
          <Section title={t('tests')}>
            {node.tests.length === 0 && <p>{t('noTests')}</p>}
            <BatchTests samples={node.tests} />
          </Section>
          <NodeWarnings code={code} warnings={node.warnings} />
          <NodeEnvironment environment={node.environment} />
        </>
      )}
    </>
  );
}

/** With its products in the reader's language. */
function useTraceInWords(trace: Trace | undefined): Trace | undefined {
  const inWords = useProductInWords();
  return useMemo(
    () =>
      trace && { ...trace, nodes: trace.nodes.map((each) => ({ ...each, productName: inWords(each.productName) })) },
    [trace, inWords],
  );
}

type Node = Trace['nodes'][number];

function NodeWarnings({ code, warnings }: { code: string; warnings: Node['warnings'] }) {
  const t = useTraceabilityTexts();
  const bilingual = useBilingual();
  return (
    <Section
      title={t('warnings')}
      actions={<Link to={`/warnings?batch=${encodeURIComponent(code)}`}>{t('allWarnings')}</Link>}
    >
      {warnings.length === 0 && <p>{t('noWarnings')}</p>}
      <ul className="plain-list">
        {warnings.map(({ id, level, title, openedAt }) => (
          <li key={id}>
            <LevelChip level={level} />{' '}
            <Link to={`/warnings?batch=${encodeURIComponent(code)}&show=${id}`}>{bilingual(title)}</Link> ·{' '}
            <Time at={openedAt} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function NodeEnvironment({ environment }: { environment: Node['environment'] }) {
  const t = useTraceabilityTexts();
  const language = useLanguage();
  const metricName = useMetricName();
  return (
    <Section title={t('environment')}>
      <DataTable
        caption={t('environment')}
        rows={environment}
        rowKey={(row) => `${row.device} ${row.metric} ${row.siteName} ${row.from}`}
        empty={t('noEnvironment')}
        columns={[
          { key: 'metric', title: t('metric'), names: true, render: ({ metric }) => metricName(metric) },
          {
            key: 'range',
            title: t('range'),
            render: ({ minimum, maximum, unit }) =>
              `${writeAmount(minimum, unit, language)} ~ ${writeAmount(maximum, unit, language)}`,
          },
          { key: 'mean', title: t('mean'), render: ({ mean, unit }) => writeAmount(mean, unit, language) },
          { key: 'count', title: t('count'), align: 'end', render: ({ count }) => count },
          { key: 'site', title: t('place'), render: ({ siteName }) => siteName },
          {
            key: 'device',
            title: t('device'),
            render: ({ device }) => device && <Link to={`/devices/${encodeURIComponent(device)}`}>{device}</Link>,
          },
          {
            key: 'period',
            title: t('period'),
            render: ({ from, to }) => `${writeTime(from, language)} – ${writeTime(to, language)}`,
          },
        ]}
      />
    </Section>
  );
}
