import { Skeleton } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link, useParams } from 'react-router';
import { Attachments } from '../attachments/Attachments.tsx';
import { History } from '../audit/History.tsx';
import { BatchConformity } from '../certification/BatchConformity.tsx';
import { useMay } from '../identity/session.ts';
import { useDivisionName } from '../producers/queries.ts';
import { Facts } from '../shared/Facts.tsx';
import { writeQuantity } from '../shared/format.ts';
import { PageHeading } from '../shared/PageHeading.tsx';
import { ProblemNote } from '../shared/ProblemNote.tsx';
import { Time } from '../shared/Time.tsx';
import { useLanguage } from '../shared/texts.ts';
import { useSharedTexts } from '../shared/texts-shared.ts';
import { VerbButton } from '../shared/VerbButton.tsx';
import { ProductName } from '../standards/ProductName.tsx';
import { BatchStatus } from './BatchStatus.tsx';
import { EventsSection } from './EventsSection.tsx';
import { HoldReasons } from './HoldReasons.tsx';
import { QrCard } from './QrCard.tsx';
import { useBatch } from './queries.ts';
import { TraceSections } from './TraceSections.tsx';
import { useTraceabilityTexts } from './texts.ts';

const HoldDialog = lazy(async () => ({ default: (await import('./HoldDialog.tsx')).HoldDialog }));

export function BatchPage() {
  const { code = '' } = useParams();
  const t = useTraceabilityTexts();
  const shared = useSharedTexts();
  const language = useLanguage();
  const divisionName = useDivisionName();
  const may = useMay();
  const { data: batch, error, refetch } = useBatch(code);
  const [verb, setVerb] = useState<'hold' | 'release' | null>(null);
  const back = <Link to="/batches">← {shared('back')}</Link>;
  if (!batch)
    return (
      <>
        <PageHeading title={code} above={back} />
        {error ? <ProblemNote error={error} retry={() => refetch()} /> : <Skeleton active />}
      </>
    );
  return (
    <>
      <PageHeading
        title={batch.code}
        above={back}
        marks={<BatchStatus status={batch.status} />}
        actions={
          <>
            <VerbButton verb="hold" record={batch} onClick={() => setVerb('hold')}>
              {t('hold')}
            </VerbButton>
            <VerbButton verb="release" record={batch} onClick={() => setVerb('release')}>
              {t('release')}
            </VerbButton>
            {may('recalls:create') && (
              <Link to={`/recalls?batch=${encodeURIComponent(batch.code)}`}>{t('recalls')}</Link>
            )}
          </>
        }
      />
      <HoldReasons reasons={batch.reasons} code={batch.code} />
      <div className="batch-head">
        <Facts
          facts={[
            [t('product'), <ProductName key="product" name={batch.productName} />],
            [t('producer'), <ProducerName key="producer" id={batch.producerId} name={batch.producerName} />],
            [t('site'), [divisionName(batch.divisionCode), batch.siteName].filter(Boolean).join(' · ')],
            [t('quantity'), writeQuantity(batch.quantity, language)],
            [t('createdAt'), <Time key="created" at={batch.createdAt} />],
          ]}
        />
        <QrCard batch={batch} />
      </div>
      <TraceSections code={batch.code} />
      <BatchConformity batch={batch.code} />
      <EventsSection code={batch.code} />
      <Attachments resource="batches" record={batch.code} />
      <History resource="batches" record={batch.code} />
      <Suspense>{verb && <HoldDialog code={batch.code} verb={verb} onClose={() => setVerb(null)} />}</Suspense>
    </>
  );
}

function ProducerName({ id, name }: { id: string; name: string }) {
  const may = useMay();
  return may('producers:read') ? <Link to={`/producers/${id}`}>{name}</Link> : name;
}
