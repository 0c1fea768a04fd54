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
import { useBilingual } from '../../shared/texts.ts';
import { ProductName } from '../../standards/ProductName.tsx';
import { ApplicationChip } from './ApplicationChip.tsx';
import { useApplications, useSchemes } from './queries.ts';
import { applicationStates, useApplicationState, useApplicationTexts } from './texts.ts';

const StartApplication = lazy(async () => ({ default: (await import('./StartApplication.tsx')).StartApplication }));

const allowed = { state: applicationStates, scheme: 'text', number: 'text' } as const;

/** Applications of the own producer, or of the own division. */
export function ApplicationsPage() {
  const t = useApplicationTexts();
  const bilingual = useBilingual();
  const stateWord = useApplicationState();
  const may = useMay();
  const { filters, setFilter, clear, any } = useAddressFilters<keyof typeof allowed>(allowed);
  const list = useApplications(filters);
  const { data: schemes } = useSchemes();
  const [starting, setStarting] = useState(false);
  return (
    <>
      <PageHeading
        title={t('title')}
        actions={
          may('certification-applications:create') && (
            <Button type="primary" onClick={() => setStarting(true)}>
              {t('start')}
            </Button>
          )
        }
      />
      <Filters>
        <SearchBox label={t('number')} value={filters.number} onSearch={(value) => setFilter('number', value)} />
        <Choice
          label={t('state')}
          value={filters.state}
          options={applicationStates.map((value) => ({ value, label: stateWord(value) }))}
          onChange={(value) => setFilter('state', value)}
        />
        <Choice
          label={t('scheme')}
          value={filters.scheme}
          options={schemes?.items.map(({ id, name }) => ({ value: id, label: bilingual(name) })) ?? []}
          onChange={(value) => setFilter('scheme', value)}
        />
      </Filters>
      <DataTable
        caption={t('title')}
        testId="application-row"
        rows={list.items}
        rowKey={({ id }) => id}
        list={list}
        empty={<EmptyText filtered={any} clear={clear} nothing={t('nothing')} />}
        columns={[
          {
            key: 'number',
            title: t('number'),
            names: true,
            render: ({ id, number }) => <Link to={`/certification-applications/${id}`}>{number}</Link>,
          },
          { key: 'scheme', title: t('scheme'), render: ({ schemeName }) => bilingual(schemeName) },
          {
            key: 'producer',
            title: t('producer'),
            render: ({ producerName, productName }) => (
              <>
                {producerName}
                <div className="under">
                  <ProductName name={productName} />
                </div>
              </>
            ),
          },
          { key: 'state', title: t('state'), render: ({ state }) => <ApplicationChip state={state} /> },
          { key: 'createdAt', title: t('createdAt'), render: ({ createdAt }) => <Time at={createdAt} /> },
        ]}
      />
      <Suspense>{starting && <StartApplication onClose={() => setStarting(false)} />}</Suspense>
    </>
  );
}
