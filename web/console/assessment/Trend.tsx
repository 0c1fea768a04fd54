import { Skeleton } from 'antd';
import { useDivisionName } from '../producers/queries.ts';
import { DataTable } from '../shared/DataTable.tsx';
import { ProblemNote } from '../shared/ProblemNote.tsx';
import { Section } from '../shared/Section.tsx';
import { type TrendQuery, useTrend } from './queries.ts';
import { percent, Share } from './Share.tsx';
import { useAssessmentTexts } from './texts.ts';

/** One division over the last twelve periods, the newest first. */
export function Trend({ query }: { query: object }) {
  const t = useAssessmentTexts();
  const divisionName = useDivisionName();
  const { data, error, refetch } = useTrend(query as TrendQuery);
  if (error) return <ProblemNote error={error} retry={() => refetch()} />;
  if (!data) return <Skeleton active />;
  const title = t('trend', { name: divisionName(data.division, data.divisionName) });
  return (
    <Section title={title}>
      <DataTable
        caption={title}
        testId="trend-row"
        rows={data.items.toReversed()}
        rowKey={({ period }) => period}
        empty={t('nothing')}
        columns={[
          { key: 'period', title: t('period'), names: true, render: ({ period }) => period },
          {
            key: 'score',
            title: t('score'),
            render: ({ score }) => score !== null && <Share share={score / 100} text={score.toFixed(1)} />,
          },
          { key: 'weighed', title: t('weighed'), align: 'end', render: ({ weighed }) => percent(weighed, 0) },
        ]}
      />
    </Section>
  );
}
