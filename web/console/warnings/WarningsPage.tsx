import { App, Button, Empty, Skeleton } from 'antd';
import { lazy, Suspense } from 'react';
import { useSearchParams } from 'react-router';
import { EmptyText } from '../shared/DataTable.tsx';
import { useAddressFilters } from '../shared/filters/address-filters.ts';
import { PageHeading } from '../shared/PageHeading.tsx';
import { ProblemNote, useProblemText } from '../shared/ProblemNote.tsx';
import { useSharedTexts } from '../shared/texts-shared.ts';
import { useUndo } from '../shared/undo.tsx';
import { useHandling } from './handling.tsx';
import { levels, states } from './levels.ts';
import { useLiveList } from './live-list.ts';
import { useAcknowledgeAll, useStep, useWarnings } from './queries.ts';
import { kindsOfWarnings } from './rule-words.ts';
import { StreamStateChip } from './StreamStateChip.tsx';
import { useSound } from './sound.ts';
import { useWarningsTexts } from './texts.ts';
import { WarningFilterBar } from './WarningFilterBar.tsx';
import { WarningRow } from './WarningRow.tsx';

const WarningDrawer = lazy(async () => ({ default: (await import('./WarningDrawer.tsx')).WarningDrawer }));

/** As many as the server takes in one request. */
const atOnce = 200;

const allowedFilters = { state: states, level: levels, kind: kindsOfWarnings, batch: 'text', device: 'text' } as const;

export function WarningsPage() {
  const t = useWarningsTexts();
  const shared = useSharedTexts();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const { filters, setFilter, clear, any } = useAddressFilters(allowedFilters);
  const [query, setQuery] = useSearchParams();
  const list = useWarnings(filters);
  const { fresh, showFresh } = useLiveList(filters);
  const acknowledgeAll = useAcknowledgeAll();
  const sound = useSound();
  const { onVerb, dialog } = useHandling();
  const offerUndo = useUndo();
  const step = useStep();
  const withdraw = async (acknowledged: readonly { id: string }[]) => {
    for (const { id } of acknowledged) await step.mutateAsync({ verb: 'withdraw-acknowledgement', id });
  };

  const show = (id: string | null) =>
    setQuery((before) => {
      const after = new URLSearchParams(before);
      if (id) after.set('show', id);
      else after.delete('show');
      return after;
    });

  const open = list.items.filter(({ allowed }) => allowed.includes('acknowledge')).slice(0, atOnce);
  const acknowledgeShown = () =>
    acknowledgeAll.mutate(
      open.map(({ id }) => id),
      {
        onSuccess: ({ items }) => {
          const done = items.filter(({ acknowledged }) => acknowledged);
          const told = t('acknowledgedAll', { done: done.length, count: items.length });
          if (done.length === 0) message.info(told);
          else offerUndo(told, () => withdraw(done));
        },
        onError: (error) => message.error(problemText(error).detail ?? problemText(error).title),
      },
    );

  const shown = query.get('show');
  return (
    <>
      <PageHeading
        title={t('title')}
        marks={<StreamStateChip />}
        actions={
          <>
            <Button aria-pressed={sound.on} onClick={sound.toggle}>
              {sound.on ? t('soundOn') : t('soundOff')}
            </Button>
            {open.length > 1 && (
              <Button loading={acknowledgeAll.isPending} onClick={acknowledgeShown}>
                {t('acknowledgeAll', { count: open.length })}
              </Button>
            )}
          </>
        }
      />
      <WarningFilterBar filters={filters} setFilter={setFilter} />
      {fresh > 0 && (
        <Button className="fresh" type="primary" onClick={showFresh}>
          {t('fresh', { count: fresh })}
        </Button>
      )}
      {list.isPending && <Skeleton active title={false} paragraph={{ rows: 8 }} />}
      {list.error && <ProblemNote error={list.error} retry={() => list.refetch()} />}
      {list.isSuccess && list.items.length === 0 && (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={<EmptyText filtered={any} clear={clear} nothing={t('nothing')} />}
        />
      )}
      <ol className="warning-list" aria-label={t('list')}>
        {list.items.map((warning) => (
          <WarningRow key={warning.id} warning={warning} onVerb={onVerb} onDetails={() => show(warning.id)} />
        ))}
      </ol>
      {list.hasNextPage && (
        <div className="table-more">
          <Button loading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
            {shared('more')}
          </Button>
        </div>
      )}
      <Suspense>{shown && <WarningDrawer id={shown} onClose={() => show(null)} onVerb={onVerb} />}</Suspense>
      {dialog}
    </>
  );
}
