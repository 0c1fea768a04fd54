import { Skeleton } from 'antd';
import { Link } from 'react-router';
import type { DivisionFigures } from '../api/types.ts';
import { Division } from '../producers/Division.tsx';
import { Choice } from '../shared/Choice.tsx';
import { chosen } from '../shared/cursor-list.ts';
import { type Column, DataTable } from '../shared/DataTable.tsx';
import { useAddressFilters } from '../shared/filters/address-filters.ts';
import { Filters } from '../shared/filters/Filters.tsx';
import { InputBox } from '../shared/InputBox.tsx';
import { PageHeading } from '../shared/PageHeading.tsx';
import { ProblemNote } from '../shared/ProblemNote.tsx';
import { useBilingual } from '../shared/texts.ts';
import { type LeagueQuery, useLeague, useSchemes } from './queries.ts';
import { percent, Share } from './Share.tsx';
import { Trend } from './Trend.tsx';
import { useAssessmentTexts } from './texts.ts';

const levels = ['county', 'town'] as const;
const knowledges = ['now', 'then'] as const;
const allowed = { period: 'text', level: levels, asOf: 'text', knowledge: knowledges, show: 'text' } as const;

/** The last moment of a day here; what is no date is left out. */
const dayEnd = (day: string | undefined) =>
  day && /^\d{4}-\d{2}-\d{2}$/.test(day) ? new Date(`${day}T23:59:59`).toISOString() : undefined;
const month = (text: string | undefined) => (text && /^\d{4}-\d{2}$/.test(text) ? text : undefined);

/** 考核排名, with the trend of the division that was chosen. */
export function PerformancePage() {
  const t = useAssessmentTexts();
  const { filters, setFilter } = useAddressFilters<keyof typeof allowed>(allowed);
  const query = chosen({
    period: month(filters.period),
    level: filters.level,
    asOf: dayEnd(filters.asOf),
    knowledge: filters.knowledge,
  }) as LeagueQuery;
  const league = useLeague(query);
  const asked = new URLSearchParams(query as Record<string, string>);
  const report = new URLSearchParams(
    chosen({ month: league.data?.period, asOf: query.asOf, knowledge: query.knowledge }) as Record<string, string>,
  );
  return (
    <>
      <PageHeading
        title={t('performance')}
        actions={
          <>
            <a href={`/api/v1/performance/workbook.xlsx?${asked}`} download>
              {t('workbook')}
            </a>
            <a href={`/api/v1/monthly-reports/report.pdf?${report}`} download>
              {t('report')}
            </a>
          </>
        }
      />
      <p className="note">{t('performanceHint')}</p>
      <Filters>
        <InputBox
          label={t('month')}
          type="month"
          value={filters.period}
          onChange={(value) => setFilter('period', value)}
        />
        <Choice
          label={t('level')}
          value={filters.level ?? 'county'}
          all={null}
          options={levels.map((value) => ({ value, label: t(value) }))}
          onChange={(value) => setFilter('level', value)}
        />
        <InputBox label={t('asOf')} value={filters.asOf} onChange={(value) => setFilter('asOf', value)} />
        <Choice
          label={t('knowledge')}
          value={filters.knowledge ?? 'now'}
          all={null}
          options={knowledges.map((value) => ({ value, label: t(value === 'now' ? 'knownNow' : 'knownThen') }))}
          onChange={(value) => setFilter('knowledge', value)}
        />
      </Filters>
      {league.error && <ProblemNote error={league.error} retry={() => league.refetch()} />}
      {!league.data && !league.error && <Skeleton active />}
      {league.data && (
        <>
          <LeagueTable rows={league.data.items} version={league.data.schemeVersion} query={query} />
          {filters.show && (
            <Trend query={chosen({ ...query, level: undefined, division: filters.show, period: league.data.period })} />
          )}
        </>
      )}
    </>
  );
}

function LeagueTable({ rows, version, query }: { rows: DivisionFigures[]; version: number; query: LeagueQuery }) {
  const t = useAssessmentTexts();
  const bilingual = useBilingual();
  const schemes = useSchemes();
  const indicators = schemes.data?.items.find((scheme) => scheme.version === version)?.indicators ?? [];
  const asked = Object.fromEntries(Object.entries(query)) as Record<string, string>;
  const figures = indicators.map(
    ({ code, title, formula }): Column<DivisionFigures> => ({
      key: code,
      title: bilingual(title),
      align: 'end',
      render: (row) => {
        const figure = row.figures.find(({ indicator }) => indicator === code);
        if (!figure || figure.value === null) return null;
        const target = new URL(figure.records, window.location.origin).searchParams;
        return (
          <Link to={`/assessment/records?${target}`} title={bilingual(formula)}>
            {percent(figure.value)} ({figure.numerator}/{figure.denominator})
          </Link>
        );
      },
    }),
  );
  return (
    <DataTable
      caption={t('performance')}
      testId="league-row"
      rows={rows}
      rowKey={({ division }) => division}
      empty={t('nothing')}
      columns={[
        { key: 'rank', title: t('rank'), align: 'end', render: ({ rank }) => rank },
        {
          key: 'division',
          title: t('division'),
          names: true,
          render: ({ division, divisionName }) => (
            <Link to={`/assessment?${new URLSearchParams({ ...asked, show: division })}`}>
              <Division code={division} name={divisionName} />
            </Link>
          ),
        },
        {
          key: 'score',
          title: t('score'),
          render: ({ score }) => score !== null && <Share share={score / 100} text={score.toFixed(1)} />,
        },
        { key: 'weighed', title: t('weighed'), align: 'end', render: ({ weighed }) => percent(weighed, 0) },
        ...figures,
      ]}
    />
  );
}
