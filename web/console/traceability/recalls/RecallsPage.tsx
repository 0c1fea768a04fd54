import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../../identity/session.ts';
import { Choice } from '../../shared/Choice.tsx';
import { DataTable, EmptyText } from '../../shared/DataTable.tsx';
import { useAddressFilters } from '../../shared/filters/address-filters.ts';
import { Filters } from '../../shared/filters/Filters.tsx';
import { PageHeading } from '../../shared/PageHeading.tsx';
import { SearchBox } from '../../shared/SearchBox.tsx';
import { Time } from '../../shared/Time.tsx';
import { ProductName } from '../../standards/ProductName.tsx';
import { useRecalls } from './queries.ts';
import { RecallChip } from './RecallChip.tsx';
import { recallStates, useRecallLevel, useRecallState, useRecallTexts } from './texts.ts';

const DraftRecall = lazy(async () => ({ default: (await import('./DraftRecall.tsx')).DraftRecall }));

const allowed = { state: recallStates, batch: 'text' } as const;

/** 召回 of the own division. */
export function RecallsPage() {
  const t = useRecallTexts();
  const stateWord = useRecallState();
  const level = useRecallLevel();
  const may = useMay();
  const { filters, setFilter, clear, any } = useAddressFilters<keyof typeof allowed>(allowed);
  const list = useRecalls(filters);
  const [drafting, setDrafting] = useState(false);
  return (
    <>
      <PageHeading
        title={t('title')}
        actions={
          may('recalls:create') && (
            <Button type="primary" onClick={() => setDrafting(true)}>
              {t('draft')}
            </Button>
          )
        }
      />
      <Filters>
        <SearchBox label={t('batch')} value={filters.batch} onSearch={(value) => setFilter('batch', value)} />
        <Choice
          label={t('state')}
          value={filters.state}
          options={recallStates.map((value) => ({ value, label: stateWord(value) }))}
          onChange={(value) => setFilter('state', value)}
        />
      </Filters>
      <DataTable
        caption={t('title')}
        testId="recall-row"
        rows={list.items}
        rowKey={({ id }) => id}
        list={list}
        empty={<EmptyText filtered={any} clear={clear} nothing={t('nothing')} />}
        columns={[
          {
            key: 'number',
            title: t('number'),
            names: true,
            render: ({ id, number }) => <Link to={`/recalls/${id}`}>{number}</Link>,
          },
          { key: 'batch', title: t('batch'), render: ({ batchCode }) => batchCode },
          { key: 'product', title: t('product'), render: ({ productName }) => <ProductName name={productName} /> },
          { key: 'level', title: t('level'), render: (recall) => level(recall.level) },
          { key: 'state', title: t('state'), render: ({ state, drill }) => <RecallChip state={state} drill={drill} /> },
          { key: 'createdAt', title: t('createdAt'), render: ({ createdAt }) => <Time at={createdAt} /> },
        ]}
      />
      <Suspense>{drafting && <DraftRecall batch={filters.batch} onClose={() => setDrafting(false)} />}</Suspense>
    </>
  );
}
