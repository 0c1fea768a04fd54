import { Button } from 'antd';
import { lazy, Suspense } from 'react';
import type { Deadline } from '../api/types.ts';
import { Chip, type Tone } from '../shared/Chip.tsx';
import { Choice } from '../shared/Choice.tsx';
import { DataTable, EmptyText } from '../shared/DataTable.tsx';
import { useAddressFilters } from '../shared/filters/address-filters.ts';
import { Filters } from '../shared/filters/Filters.tsx';
import { PageHeading } from '../shared/PageHeading.tsx';
import { TimeLeft } from '../shared/TimeLeft.tsx';
import { useBilingual } from '../shared/texts.ts';
import { CalendarFeeds } from './CalendarFeeds.tsx';
import { useDeadlines } from './queries.ts';
import { RecordLink } from './RecordLink.tsx';
import { deadlineStates, useDeadlineState, useDeadlinesTexts } from './texts.ts';

const DeadlineDetails = lazy(async () => ({ default: (await import('./DeadlineDetails.tsx')).DeadlineDetails }));

const allowed = { whose: ['division'], state: deadlineStates, show: 'text' } as const;

const tones: Record<Deadline['state'], Tone> = {
  running: 'busy',
  suspended: 'neutral',
  overdue: 'bad',
  met: 'good',
  lapsed: 'neutral',
  void: 'neutral',
};

/** What must be done by when, by which clause, and what follows when it is not; overdue first. */
export function DeadlinesPage() {
  const t = useDeadlinesTexts();
  const bilingual = useBilingual();
  const stateWord = useDeadlineState();
  const { filters, setFilter, clear } = useAddressFilters<keyof typeof allowed>(allowed);
  const { whose, state, show } = filters;
  const list = useDeadlines({ ...(whose ? {} : { mine: 'true' }), ...(state ? { state } : { open: 'true' }) });
  return (
    <>
      <PageHeading title={t('title')} />
      <p className="note">{t('hint')}</p>
      {show && (
        <Suspense>
          <DeadlineDetails id={show} onClose={() => setFilter('show', undefined)} />
        </Suspense>
      )}
      <Filters>
        <Choice
          label={t('whose')}
          value={whose}
          all={t('mine')}
          options={[{ value: 'division', label: t('division') }]}
          onChange={(value) => setFilter('whose', value)}
        />
        <Choice
          label={t('state')}
          value={state}
          all={t('open')}
          options={deadlineStates.map((value) => ({ value, label: stateWord(value) }))}
          onChange={(value) => setFilter('state', value)}
        />
      </Filters>
      <DataTable
        caption={t('title')}
        testId="deadline-row"
        rows={list.items}
        rowKey={({ id }) => id}
        list={list}
        empty={
          <EmptyText filtered={whose !== undefined || state !== undefined} clear={clear} nothing={t('noneMine')} />
        }
        columns={[
          { key: 'what', title: t('what'), names: true, render: ({ title }) => bilingual(title) },
          {
            key: 'record',
            title: t('record'),
            render: (deadline) => <RecordLink deadline={deadline} />,
          },
          {
            key: 'left',
            title: t('left'),
            render: (deadline) => (
              <>
                <TimeLeft due={deadline} />
                {deadline.provisional && <div className="under">{t('provisional')}</div>}
              </>
            ),
          },
          {
            key: 'consequence',
            title: t('consequence'),
            render: ({ consequence }) => consequence && bilingual(consequence),
          },
          {
            key: 'state',
            title: t('state'),
            render: (deadline) => <Chip tone={tones[deadline.state]}>{stateWord(deadline.state)}</Chip>,
          },
          {
            key: 'show',
            title: '',
            render: ({ id }) => (
              <Button size="small" onClick={() => setFilter('show', id)}>
                {t('show')}
              </Button>
            ),
          },
        ]}
      />
      <CalendarFeeds />
    </>
  );
}
