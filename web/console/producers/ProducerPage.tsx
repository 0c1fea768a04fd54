import { Button, Skeleton } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link, useParams } from 'react-router';
import type { Site } from '../api/types.ts';
import { Attachments } from '../attachments/Attachments.tsx';
import { History } from '../audit/History.tsx';
import { useSiteKind } from '../devices/metrics.ts';
import { useMay } from '../identity/session.ts';
import { DataTable } from '../shared/DataTable.tsx';
import { Facts } from '../shared/Facts.tsx';
import { PageHeading } from '../shared/PageHeading.tsx';
import { ProblemNote } from '../shared/ProblemNote.tsx';
import { Section } from '../shared/Section.tsx';
import { useSharedTexts } from '../shared/texts-shared.ts';
import { useProductName } from '../standards/products.ts';
import { useProducerKind } from './kinds.ts';
import { PersonalData } from './PersonalData.tsx';
import { useDivisionName, useProducer, useSites } from './queries.ts';
import { useProducersTexts } from './texts.ts';

const SiteForm = lazy(async () => ({ default: (await import('./SiteForm.tsx')).SiteForm }));

export function ProducerPage() {
  const { id = '' } = useParams();
  const t = useProducersTexts();
  const shared = useSharedTexts();
  const may = useMay();
  const kindName = useProducerKind();
  const siteKind = useSiteKind();
  const divisionName = useDivisionName();
  const { data: producer, error, refetch } = useProducer(id);
  const sites = useSites(id);
  const productName = useProductName();
  const [editing, setEditing] = useState<Site | 'new' | null>(null);
  const back = <Link to="/producers">← {shared('back')}</Link>;
  if (!producer)
    return (
      <>
        <PageHeading title={t('title')} above={back} />
        {error ? <ProblemNote error={error} retry={() => refetch()} /> : <Skeleton active />}
      </>
    );
  return (
    <>
      <PageHeading
        title={producer.name}
        above={back}
        actions={may('batches:read') && <Link to={`/batches?producer=${producer.id}`}>{t('batches')}</Link>}
      />
      <Facts
        facts={[
          [t('kind'), kindName(producer.kind)],
          [t('division'), producer.divisionName],
          [t('creditCode'), producer.creditCode && <code>{producer.creditCode}</code>],
        ]}
      />
      <PersonalData producer={producer} />
      <Section
        title={t('sites')}
        actions={may('sites:create') && <Button onClick={() => setEditing('new')}>{t('registerSite')}</Button>}
      >
        <DataTable
          caption={t('sites')}
          rows={sites.items}
          rowKey={(site) => site.id}
          list={sites}
          empty={t('noSites')}
          columns={[
            { key: 'name', title: t('siteName'), names: true, render: ({ name }) => name },
            { key: 'kind', title: t('siteKind'), render: ({ kind }) => siteKind(kind) },
            { key: 'division', title: t('division'), render: ({ divisionCode }) => divisionName(divisionCode) },
            {
              key: 'products',
              title: t('products'),
              render: ({ productIds }) => productIds.map(productName).join('、'),
            },
            {
              key: 'point',
              title: t('position'),
              render: ({ point }) => point && `${point.longitude.toFixed(4)}, ${point.latitude.toFixed(4)}`,
            },
            {
              key: 'devices',
              title: t('devicesAt'),
              render: (site) => may('devices:read') && <Link to={`/devices?site=${site.id}`}>{t('devicesAt')}</Link>,
            },
            {
              key: 'correct',
              title: t('correct'),
              render: (site) =>
                may('sites:correct') && (
                  <Button size="small" onClick={() => setEditing(site)}>
                    {t('correct')}
                  </Button>
                ),
            },
          ]}
        />
      </Section>
      <Attachments resource="producers" record={producer.id} />
      <History resource="producers" record={producer.id} />
      <Suspense>
        {editing && (
          <SiteForm
            producerId={producer.id}
            {...(editing !== 'new' && { site: editing })}
            onClose={() => setEditing(null)}
          />
        )}
      </Suspense>
    </>
  );
}
