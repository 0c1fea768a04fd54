import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../../identity/session.ts';
import { Choice } from '../../shared/Choice.tsx';
import { DataTable, EmptyText } from '../../shared/DataTable.tsx';
import { useAddressFilters } from '../../shared/filters/address-filters.ts';
import { Filters } from '../../shared/filters/Filters.tsx';
import { PageHeading } from '../../shared/PageHeading.tsx';
import { People } from '../../shared/People.tsx';
import { Time } from '../../shared/Time.tsx';
import { InspectionChip } from './InspectionChip.tsx';
import { useInspections } from './queries.ts';
import {
  inspectionKinds,
  inspectionStates,
  useInspectionKind,
  useInspectionState,
  useInspectionTexts,
} from './texts.ts';

const StartInspection = lazy(async () => ({ default: (await import('./StartInspection.tsx')).StartInspection }));

const allowed = { state: inspectionStates, kind: inspectionKinds, producer: 'text', plan: 'text' } as const;

/** 监督检查: planned, done, being put right; of a producer's account, its own. */
export function InspectionsPage() {
  const t = useInspectionTexts();
  const stateWord = useInspectionState();
  const kindWord = useInspectionKind();
  const may = useMay();
  const { filters, setFilter, clear, any } = useAddressFilters<keyof typeof allowed>(allowed);
  const list = useInspections(filters);
  const [starting, setStarting] = useState(false);
  return (
    <>
      <PageHeading
        title={t('title')}
        actions={
          may('inspections:create') && (
            <Button type="primary" onClick={() => setStarting(true)}>
              {t('start')}
            </Button>
          )
        }
      />
      <Filters>
        <Choice
          label={t('state')}
          value={filters.state}
          options={inspectionStates.map((value) => ({ value, label: stateWord(value) }))}
          onChange={(value) => setFilter('state', value)}
        />
        <Choice
          label={t('kind')}
          value={filters.kind}
          options={inspectionKinds.map((value) => ({ value, label: kindWord(value) }))}
          onChange={(value) => setFilter('kind', value)}
        />
      </Filters>
      <DataTable
        caption={t('title')}
        testId="inspection-row"
        rows={list.items}
        rowKey={({ id }) => id}
        list={list}
        empty={<EmptyText filtered={any} clear={clear} nothing={t('nothing')} />}
        columns={[
          {
            key: 'producer',
            title: t('producer'),
            names: true,
            render: ({ id, producerName }) => <Link to={`/inspections/${id}`}>{producerName}</Link>,
          },
          { key: 'kind', title: t('kind'), render: ({ kind }) => kindWord(kind) },
          { key: 'state', title: t('state'), render: ({ state }) => <InspectionChip state={state} /> },
          {
            key: 'findings',
            title: t('findings'),
            align: 'end',
            render: ({ submission, findings }) => submission && String(findings.length),
          },
          { key: 'inspectors', title: t('inspectors'), render: ({ inspectors }) => <People usernames={inspectors} /> },
          { key: 'createdAt', title: t('createdAt'), render: ({ createdAt }) => <Time at={createdAt} /> },
        ]}
      />
      <Suspense>{starting && <StartInspection onClose={() => setStarting(false)} />}</Suspense>
    </>
  );
}
