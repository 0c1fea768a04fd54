import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../../identity/session.ts';
import { useDivisionName, useOwnDivisions } from '../../producers/queries.ts';
import { Choice } from '../../shared/Choice.tsx';
import { DataTable, EmptyText } from '../../shared/DataTable.tsx';
import { useAddressFilters } from '../../shared/filters/address-filters.ts';
import { Filters } from '../../shared/filters/Filters.tsx';
import { PageHeading } from '../../shared/PageHeading.tsx';
import { SearchBox } from '../../shared/SearchBox.tsx';
import { Time } from '../../shared/Time.tsx';
import { ComplaintChip } from './ComplaintChip.tsx';
import { useComplaints } from './queries.ts';
import {
  complaintKinds,
  complaintStates,
  useChannel,
  useComplaintKind,
  useComplaintState,
  useComplaintTexts,
} from './texts.ts';

const RecordComplaint = lazy(async () => ({ default: (await import('./RecordComplaint.tsx')).RecordComplaint }));

const allowed = { state: complaintStates, kind: complaintKinds, batch: 'text', division: 'text' } as const;

/** 投诉举报 of the own division. */
export function ComplaintsPage() {
  const t = useComplaintTexts();
  const stateWord = useComplaintState();
  const kindWord = useComplaintKind();
  const channel = useChannel();
  const may = useMay();
  const { filters, setFilter, clear, any } = useAddressFilters<keyof typeof allowed>(allowed);
  const list = useComplaints(filters);
  const divisions = useOwnDivisions();
  const divisionName = useDivisionName();
  const [recording, setRecording] = useState(false);
  return (
    <>
      <PageHeading
        title={t('title')}
        actions={
          may('complaints:create') && (
            <Button type="primary" onClick={() => setRecording(true)}>
              {t('record')}
            </Button>
          )
        }
      />
      <p className="note">{t('clusters')}</p>
      <p>
        <Link to="/warnings?kind=complaint-cluster">{t('toClusters')}</Link>
      </p>
      <Filters>
        <SearchBox label={t('batch')} value={filters.batch} onSearch={(value) => setFilter('batch', value)} />
        <Choice
          label={t('state')}
          value={filters.state}
          options={complaintStates.map((value) => ({ value, label: stateWord(value) }))}
          onChange={(value) => setFilter('state', value)}
        />
        <Choice
          label={t('kind')}
          value={filters.kind}
          options={complaintKinds.map((value) => ({ value, label: kindWord(value) }))}
          onChange={(value) => setFilter('kind', value)}
        />
        <Choice
          label={t('division')}
          value={filters.division}
          options={divisions.map(({ code }) => ({ value: code, label: divisionName(code) }))}
          onChange={(value) => setFilter('division', value)}
        />
      </Filters>
      <DataTable
        caption={t('title')}
        testId="complaint-row"
        rows={list.items}
        rowKey={({ id }) => id}
        list={list}
        empty={<EmptyText filtered={any} clear={clear} nothing={t('nothing')} />}
        columns={[
          {
            key: 'text',
            title: t('text'),
            names: true,
            render: ({ id, text }) => (
              <Link to={`/complaints/${id}`}>{text.length > 60 ? `${text.slice(0, 60)}…` : text}</Link>
            ),
          },
          { key: 'kind', title: t('kind'), render: ({ kind }) => kindWord(kind) },
          { key: 'channel', title: t('channel'), render: (complaint) => channel(complaint.channel) },
          { key: 'batch', title: t('batch'), render: ({ batchCode }) => batchCode },
          { key: 'state', title: t('state'), render: ({ state }) => <ComplaintChip state={state} /> },
          { key: 'receivedAt', title: t('receivedAt'), render: ({ receivedAt }) => <Time at={receivedAt} /> },
        ]}
      />
      <Suspense>{recording && <RecordComplaint onClose={() => setRecording(false)} />}</Suspense>
    </>
  );
}
