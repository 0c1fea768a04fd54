import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useMay } from '../identity/session.ts';
import { Choice } from '../shared/Choice.tsx';
import { DataTable, EmptyText } from '../shared/DataTable.tsx';
import { useAddressFilters } from '../shared/filters/address-filters.ts';
import { Filters } from '../shared/filters/Filters.tsx';
import { writeQuantity } from '../shared/format.ts';
import { PageHeading } from '../shared/PageHeading.tsx';
import { SearchBox } from '../shared/SearchBox.tsx';
import { Time } from '../shared/Time.tsx';
import { useLanguage } from '../shared/texts.ts';
import { ProductName } from '../standards/ProductName.tsx';
import { BatchStatus } from './BatchStatus.tsx';
import { isIdentifier } from './identifier.ts';
import { useBatches } from './queries.ts';
import { useTraceabilityTexts } from './texts.ts';
import { statusNames, useBatchStatusWord } from './words.ts';

const RegisterBatch = lazy(async () => ({ default: (await import('./RegisterBatch.tsx')).RegisterBatch }));

const allowedFilters = { status: statusNames, producer: 'text', code: 'text' } as const;

export function BatchesPage() {
  const t = useTraceabilityTexts();
  const may = useMay();
  const language = useLanguage();
  const statusWord = useBatchStatusWord();
  const { filters, setFilter, clear, any } = useAddressFilters(allowedFilters);
  const list = useBatches(filters);
  const navigate = useNavigate();
  const find = (code = '') =>
    isIdentifier(code)
      ? navigate(`/containers/${encodeURIComponent(code.trim())}`)
      : setFilter('code', code || undefined);
  const [registering, setRegistering] = useState(false);
  return (
    <>
      <PageHeading
        title={t('title')}
        actions={
          may('batches:create') && (
            <Button type="primary" onClick={() => setRegistering(true)}>
              {t('register')}
            </Button>
          )
        }
      />
      <Filters>
        <SearchBox label={t('searchCode')} value={filters.code} onSearch={find} />
        <Choice
          label={t('status')}
          value={filters.status}
          options={statusNames.map((value) => ({ value, label: statusWord(value) }))}
          onChange={(value) => setFilter('status', value)}
        />
        {filters.producer && (
          <Button onClick={() => setFilter('producer', undefined)}>
            {list.items[0]?.producerName ?? t('producer')} ✕
          </Button>
        )}
      </Filters>
      <DataTable
        caption={t('title')}
        testId="batch-row"
        rows={list.items}
        rowKey={({ code }) => code}
        list={list}
        empty={<EmptyText filtered={any} clear={clear} nothing={t('nothing')} />}
        columns={[
          {
            key: 'code',
            title: t('code'),
            names: true,
            render: ({ code }) => <Link to={`/batches/${encodeURIComponent(code)}`}>{code}</Link>,
          },
          { key: 'product', title: t('product'), render: ({ productName }) => <ProductName name={productName} /> },
          {
            key: 'producer',
            title: t('producer'),
            render: ({ producerName, siteName }) => (
              <>
                {producerName}
                {siteName && <div className="under">{siteName}</div>}
              </>
            ),
          },
          {
            key: 'quantity',
            title: t('quantity'),
            align: 'end',
            render: ({ quantity }) => writeQuantity(quantity, language),
          },
          { key: 'status', title: t('status'), render: ({ status }) => <BatchStatus status={status} /> },
          { key: 'created', title: t('createdAt'), render: ({ createdAt }) => <Time at={createdAt} /> },
        ]}
      />
      <Suspense>{registering && <RegisterBatch onClose={() => setRegistering(false)} />}</Suspense>
    </>
  );
}
