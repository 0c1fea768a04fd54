import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../../identity/session.ts';
import { Chip } from '../../shared/Chip.tsx';
import { Choice } from '../../shared/Choice.tsx';
import { DataTable, EmptyText } from '../../shared/DataTable.tsx';
import { useAddressFilters } from '../../shared/filters/address-filters.ts';
import { Filters } from '../../shared/filters/Filters.tsx';
import { PageHeading } from '../../shared/PageHeading.tsx';
import { usePlans } from './queries.ts';
import { usePlanTexts } from './texts.ts';

const CreatePlan = lazy(async () => ({ default: (await import('./CreatePlan.tsx')).CreatePlan }));

const states = ['draft', 'drawn', 'issued'] as const;
const kinds = ['random', 'routine', 'special'] as const;
const quarters = ['1', '2', '3', '4'] as const;
const allowed = { kind: kinds, state: states, quarter: quarters } as const;

/** 检查计划, each with how far it is done. */
export function PlansPage() {
  const t = usePlanTexts();
  const may = useMay();
  const { filters, setFilter, clear, any } = useAddressFilters<keyof typeof allowed>(allowed);
  const list = usePlans(filters);
  const [creating, setCreating] = useState(false);
  return (
    <>
      <PageHeading
        title={t('title')}
        actions={
          may('inspection-plans:create') && (
            <Button type="primary" onClick={() => setCreating(true)}>
              {t('create')}
            </Button>
          )
        }
      />
      <Filters>
        <Choice
          label={t('kind')}
          value={filters.kind}
          options={kinds.map((value) => ({ value, label: t(value) }))}
          onChange={(value) => setFilter('kind', value)}
        />
        <Choice
          label={t('state')}
          value={filters.state}
          options={states.map((value) => ({ value, label: t(value) }))}
          onChange={(value) => setFilter('state', value)}
        />
        <Choice
          label={t('quarter')}
          value={filters.quarter}
          options={quarters.map((value) => ({ value, label: value }))}
          onChange={(value) => setFilter('quarter', value)}
        />
      </Filters>
      <DataTable
        caption={t('title')}
        testId="plan-row"
        rows={list.items}
        rowKey={({ id }) => id}
        list={list}
        empty={<EmptyText filtered={any} clear={clear} nothing={t('nothing')} />}
        columns={[
          {
            key: 'name',
            title: t('name'),
            names: true,
            render: ({ id, title }) => <Link to={`/inspection-plans/${id}`}>{title}</Link>,
          },
          { key: 'kind', title: t('kind'), render: ({ kind }) => t(kind) },
          {
            key: 'period',
            title: t('period'),
            render: ({ year, quarter }) => (quarter ? t('quarterOf', { year, quarter }) : t('yearOf', { year })),
          },
          { key: 'count', title: t('count'), align: 'end', render: ({ count }) => String(count) },
          {
            key: 'state',
            title: t('state'),
            render: ({ state }) => <Chip tone={state === 'draft' ? 'neutral' : 'good'}>{t(state)}</Chip>,
          },
          {
            key: 'completion',
            title: t('completion'),
            render: ({ state, completion }) => state !== 'draft' && t('completed', completion),
          },
        ]}
      />
      <Suspense>{creating && <CreatePlan onClose={() => setCreating(false)} />}</Suspense>
    </>
  );
}
