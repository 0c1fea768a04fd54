import { Link } from 'react-router';
import type { TestReport } from '../../api/types.ts';
import { Chip, type Tone } from '../../shared/Chip.tsx';
import { Choice } from '../../shared/Choice.tsx';
import { DataTable, EmptyText } from '../../shared/DataTable.tsx';
import { useAddressFilters } from '../../shared/filters/address-filters.ts';
import { Filters } from '../../shared/filters/Filters.tsx';
import { PageHeading } from '../../shared/PageHeading.tsx';
import { SearchBox } from '../../shared/SearchBox.tsx';
import { Time } from '../../shared/Time.tsx';
import { VerdictChip } from '../VerdictChip.tsx';
import { useTestReports } from './queries.ts';
import { reportStates, useReportState, useReportTexts } from './texts.ts';

const allowed = { state: reportStates, batch: 'text', number: 'text' } as const;

const tones: Record<TestReport['state'], Tone> = { valid: 'good', invalid: 'bad', superseded: 'neutral' };

/** 检验检测报告: each with its paper, and the page where whoever holds the paper can check it. */
export function ReportsPage() {
  const t = useReportTexts();
  const stateWord = useReportState();
  const { filters, setFilter, clear, any } = useAddressFilters<keyof typeof allowed>(allowed);
  const list = useTestReports(filters);
  return (
    <>
      <PageHeading title={t('title')} />
      <Filters>
        <SearchBox label={t('number')} value={filters.number} onSearch={(value) => setFilter('number', value)} />
        <SearchBox label={t('batch')} value={filters.batch} onSearch={(value) => setFilter('batch', value)} />
        <Choice
          label={t('state')}
          value={filters.state}
          options={reportStates.map((value) => ({ value, label: stateWord(value) }))}
          onChange={(value) => setFilter('state', value)}
        />
      </Filters>
      <DataTable
        caption={t('title')}
        testId="report-row"
        rows={list.items}
        rowKey={({ id }) => id}
        list={list}
        empty={<EmptyText filtered={any} clear={clear} nothing={t('nothing')} />}
        columns={[
          {
            key: 'number',
            title: t('number'),
            names: true,
            render: ({ id, number, checkAt }) => (
              <>
                <a href={`/api/v1/test-reports/${id}/report.pdf`} target="_blank" rel="noreferrer" title={t('pdf')}>
                  {number}
                </a>
                <div className="under">
                  <a href={checkAt} target="_blank" rel="noreferrer">
                    {t('check')}
                  </a>
                </div>
              </>
            ),
          },
          {
            key: 'sample',
            title: t('sample'),
            render: ({ sampleId, sampleNumber, content }) => (
              <>
                <Link to={`/samples/${sampleId}`}>{sampleNumber}</Link>
                <div className="under">{content.sample.product}</div>
              </>
            ),
          },
          {
            key: 'batch',
            title: t('batch'),
            render: ({ batchCode }) => <Link to={`/batches/${encodeURIComponent(batchCode)}`}>{batchCode}</Link>,
          },
          { key: 'laboratory', title: t('laboratory'), render: ({ laboratory }) => laboratory },
          { key: 'verdict', title: t('verdict'), render: ({ content }) => <VerdictChip verdict={content.verdict} /> },
          {
            key: 'state',
            title: t('state'),
            render: ({ state, replacedBy, replaces, reason }) => (
              <>
                <Chip tone={tones[state]}>{stateWord(state)}</Chip>
                <div className="under">
                  {[
                    replacedBy && t('replacedBy', { number: replacedBy }),
                    replaces && t('replaces', { number: replaces }),
                    reason,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </div>
              </>
            ),
          },
          { key: 'issuedAt', title: t('issuedAt'), render: ({ issuedAt }) => <Time at={issuedAt} /> },
        ]}
      />
    </>
  );
}
