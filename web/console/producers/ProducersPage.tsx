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
import { producerKindNames, useProducerKind } from './kinds.ts';
import { useProducers } from './queries.ts';
import { useProducersTexts } from './texts.ts';

const RegisterProducer = lazy(async () => ({ default: (await import('./RegisterProducer.tsx')).RegisterProducer }));

const allowedFilters = { kind: producerKindNames, name: 'text' } as const;

export function ProducersPage() {
  const t = useProducersTexts();
  const may = useMay();
  const kindName = useProducerKind();
  const { filters, setFilter, clear, any } = useAddressFilters(allowedFilters);
  const list = useProducers(filters);
  const [registering, setRegistering] = useState(false);
  return (
    <>
      <PageHeading
        title={t('title')}
        actions={
          may('producers:create') && (
            <Button type="primary" onClick={() => setRegistering(true)}>
              {t('register')}
            </Button>
          )
        }
      />
      <Filters>
        <SearchBox label={t('searchName')} value={filters.name} onSearch={(value) => setFilter('name', value)} />
        <Choice
          label={t('kind')}
          value={filters.kind}
          options={producerKindNames.map((value) => ({ value, label: kindName(value) }))}
          onChange={(value) => setFilter('kind', value)}
        />
      </Filters>
      <DataTable
        caption={t('title')}
        testId="producer-row"
        rows={list.items}
        rowKey={({ id }) => id}
        list={list}
        empty={<EmptyText filtered={any} clear={clear} nothing={t('nothing')} />}
        columns={[
          {
            key: 'name',
            title: t('name'),
            names: true,
            render: ({ id, name }) => <Link to={`/producers/${id}`}>{name}</Link>,
          },
          { key: 'kind', title: t('kind'), render: ({ kind }) => kindName(kind) },
          { key: 'division', title: t('division'), render: ({ divisionName }) => divisionName },
          { key: 'code', title: t('creditCode'), render: ({ creditCode }) => creditCode && <code>{creditCode}</code> },
          {
            key: 'contact',
            title: t('contact'),
            render: ({ contactName, phone }) => [contactName, phone].filter(Boolean).join(' '),
          },
        ]}
      />
      <Suspense>{registering && <RegisterProducer onClose={() => setRegistering(false)} />}</Suspense>
    </>
  );
}
