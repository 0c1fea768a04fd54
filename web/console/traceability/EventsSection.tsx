import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import type { TraceEvent } from '../api/types.ts';
import { useMay } from '../identity/session.ts';
import { DataTable } from '../shared/DataTable.tsx';
import { writeQuantity } from '../shared/format.ts';
import { People } from '../shared/People.tsx';
import { Section } from '../shared/Section.tsx';
import { Time } from '../shared/Time.tsx';
import { useLanguage } from '../shared/texts.ts';
import { useEvents } from './queries.ts';
import { useTraceabilityTexts } from './texts.ts';
import { placeOf, useEventWord } from './words.ts';

const AddEvent = lazy(async () => ({ default: (await import('./AddEvent.tsx')).AddEvent }));

export function EventsSection({ code }: { code: string }) {
  const t = useTraceabilityTexts();
  const may = useMay();
  const eventWord = useEventWord();
  const list = useEvents(code);
  const [adding, setAdding] = useState(false);
  return (
    <Section
      title={t('events')}
      actions={may('events:create') && <Button onClick={() => setAdding(true)}>{t('addEvent')}</Button>}
    >
      <DataTable
        caption={t('events')}
        testId="event-row"
        rows={list.items}
        rowKey={({ id }) => id}
        list={list}
        empty={t('noEvents')}
        columns={[
          { key: 'step', title: t('step'), names: true, render: (event) => eventWord(event) },
          { key: 'at', title: t('at'), render: ({ at }) => <Time at={at} /> },
          {
            key: 'place',
            title: t('place'),
            render: (event) => placeOf(event),
          },
          { key: 'what', title: t('what'), render: (event) => <What event={event} /> },
          { key: 'batches', title: t('batchInvolved'), render: (event) => <Shares event={event} code={code} /> },
          {
            key: 'by',
            title: t('recordedBy'),
            render: ({ recordedBy }) => recordedBy && <People usernames={[recordedBy]} />,
          },
        ]}
      />
      <Suspense>{adding && <AddEvent code={code} onClose={() => setAdding(false)} />}</Suspense>
    </Section>
  );
}

function What({ event }: { event: TraceEvent }) {
  const language = useLanguage();
  const parts = [
    event.input && [event.input.name, event.input.dose].filter(Boolean).join(' '),
    event.quantity && writeQuantity(event.quantity, language),
    event.note,
  ].filter(Boolean);
  return <>{parts.join(' · ')}</>;
}

function Shares({ event, code }: { event: TraceEvent; code: string }) {
  const link = (batchCode: string) =>
    batchCode === code ? (
      <code key={batchCode}>{batchCode}</code>
    ) : (
      <Link key={batchCode} to={`/batches/${encodeURIComponent(batchCode)}`}>
        {batchCode}
      </Link>
    );
  if (event.inputs.length === 0) return <span className="shares">{event.batchCodes.map(link)}</span>;
  return (
    <span className="shares">
      {event.inputs.map(({ batchCode }) => link(batchCode))} → {event.outputs.map(({ batchCode }) => link(batchCode))}
    </span>
  );
}
