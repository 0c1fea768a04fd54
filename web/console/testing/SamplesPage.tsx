import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../identity/session.ts';
import { Choice } from '../shared/Choice.tsx';
import { DataTable, EmptyText } from '../shared/DataTable.tsx';
import { useAddressFilters } from '../shared/filters/address-filters.ts';
import { Filters } from '../shared/filters/Filters.tsx';
import { PageHeading } from '../shared/PageHeading.tsx';
import { SearchBox } from '../shared/SearchBox.tsx';
import { Time } from '../shared/Time.tsx';
import { ProductName } from '../standards/ProductName.tsx';
import { useSamples } from './queries.ts';
import { useTestingTexts } from './texts.ts';
import { VerdictChip } from './VerdictChip.tsx';
import { stateNames, usePlanWord, useSampleState, useVerdictWord, verdictNames } from './words.ts';

const DrawSample = lazy(async () => ({ default: (await import('./DrawSample.tsx')).DrawSample }));

const allowedFilters = { state: stateNames, verdict: verdictNames, batch: 'text' } as const;

export function SamplesPage() {
  const t = useTestingTexts();
  const may = useMay();
  const plan = usePlanWord();
  const stateWord = useSampleState();
  const verdictWord = useVerdictWord();
  const { filters, setFilter, clear, any } = useAddressFilters(allowedFilters);
  const list = useSamples(filters);
  const [drawing, setDrawing] = useState(false);
  return (
    <>
      <PageHeading
        title={t('title')}
        actions={
          may('samples:create') && (
            <Button type="primary" onClick={() => setDrawing(true)}>
              {t('draw')}
            </Button>
          )
        }
      />
      <Filters>
        <SearchBox label={t('batch')} value={filters.batch} onSearch={(value) => setFilter('batch', value)} />
        <Choice
          label={t('state')}
          value={filters.state}
          options={stateNames.map((value) => ({ value, label: stateWord(value) }))}
          onChange={(value) => setFilter('state', value)}
        />
        <Choice
          label={t('verdict')}
          value={filters.verdict}
          options={verdictNames.map((value) => ({ value, label: verdictWord(value) }))}
          onChange={(value) => setFilter('verdict', value)}
        />
      </Filters>
      <DataTable
        caption={t('title')}
        testId="sample-row"
        rows={list.items}
        rowKey={({ id }) => id}
        list={list}
        empty={<EmptyText filtered={any} clear={clear} nothing={t('nothing')} />}
        columns={[
          {
            key: 'number',
            title: t('number'),
            names: true,
            render: ({ id, number }) => <Link to={`/samples/${id}`}>{number}</Link>,
          },
          {
            key: 'batch',
            title: t('batch'),
            render: ({ batchCode }) => <Link to={`/batches/${encodeURIComponent(batchCode)}`}>{batchCode}</Link>,
          },
          {
            key: 'product',
            title: t('product'),
            render: ({ productName, producerName }) => (
              <>
                <ProductName name={productName} />
                <div className="under">{producerName}</div>
              </>
            ),
          },
          { key: 'plan', title: t('plan'), render: ({ planKind }) => plan(planKind) },
          { key: 'state', title: t('state'), render: ({ state }) => stateWord(state) },
          {
            key: 'verdict',
            title: t('verdict'),
            render: ({ verdict, state }) => <VerdictChip verdict={verdict} preliminary={state !== 'published'} />,
          },
          { key: 'drawn', title: t('drawnAt'), render: ({ drawnAt }) => <Time at={drawnAt} /> },
        ]}
      />
      <Suspense>{drawing && <DrawSample batch={filters.batch} onClose={() => setDrawing(false)} />}</Suspense>
    </>
  );
}
