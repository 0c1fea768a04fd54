import { lazy, Suspense, useState } from 'react';
import type { Device, Placement } from '../../api/types.ts';
import { DataTable } from '../../shared/DataTable.tsx';
import { Section } from '../../shared/Section.tsx';
import { Time } from '../../shared/Time.tsx';
import { VerbButton } from '../../shared/VerbButton.tsx';
import { usePlacements } from './queries.ts';
import { usePlacementsTexts } from './texts.ts';

const PlaceDialog = lazy(async () => ({ default: (await import('./PlaceDialog.tsx')).PlaceDialog }));
const CorrectDialog = lazy(async () => ({ default: (await import('./CorrectDialog.tsx')).CorrectDialog }));

/** Where a device stood from when to when, the newest first. */
export function Placements({ device }: { device: Device }) {
  const t = usePlacementsTexts();
  const query = usePlacements(device.id);
  const [doing, setDoing] = useState<'place' | 'correct' | null>(null);
  const placements = query.data?.placements ?? [];
  const close = () => setDoing(null);
  return (
    <Section
      title={t('title')}
      actions={
        <>
          <VerbButton verb="place" record={device} onClick={() => setDoing('place')}>
            {t('place')}
          </VerbButton>
          <VerbButton verb="correct-placements" record={device} onClick={() => setDoing('correct')}>
            {t('correct')}
          </VerbButton>
        </>
      }
    >
      <p className="note">{t('note')}</p>
      <DataTable<Placement>
        caption={t('title')}
        testId="placement-row"
        rows={[...placements].reverse()}
        rowKey={({ from, siteId }) => `${from} ${siteId}`}
        list={query}
        empty={t('nothing')}
        columns={[
          { key: 'site', title: t('site'), names: true, render: ({ siteName }) => siteName ?? t('store') },
          { key: 'producer', title: t('producer'), render: ({ producerName }) => producerName },
          { key: 'from', title: t('from'), render: ({ from }) => (from ? <Time at={from} /> : t('always')) },
          { key: 'to', title: t('to'), render: ({ to }) => (to ? <Time at={to} /> : t('untilNow')) },
        ]}
      />
      <Suspense>
        {doing === 'place' && <PlaceDialog deviceId={device.id} onClose={close} />}
        {doing === 'correct' && <CorrectDialog deviceId={device.id} placements={placements} onClose={close} />}
      </Suspense>
    </Section>
  );
}
