import { Button, Skeleton } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link, useParams } from 'react-router';
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
import { useProducerKind } from './kinds.ts';
import { PersonalData } from './PersonalData.tsx';
import { useDivisionName, useProducer, useSites } from './queries.ts';
import { useProducersTexts } from './texts.ts';

const RegisterSite = lazy(async () => ({ default: (await import('./RegisterSite.tsx')).RegisterSite }));

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
  const [registering, setRegistering] = useState(false);
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
        actions={may('sites:create') && <Button onClick={() => setRegistering(true)}>{t('registerSite')}</Button>}
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
              key: 'point',
              title: t('position'),
              render: ({ point }) => point && `${point.longitude.toFixed(4)}, ${point.latitude.toFixed(4)}`,
            },
            {
              key: 'devices',
              title: t('devicesAt'),
              render: (site) => may('devices:read') && <Link to={`/devices?site=${site.id}`}>{t('devicesAt')}</Link>,
            },
          ]}
        />
      </Section>
      <Attachments resource="producers" record={producer.id} />
      <History resource="producers" record={producer.id} />
      <Suspense>
        {registering && <RegisterSite producerId={producer.id} onClose={() => setRegistering(false)} />}
      </Suspense>
    </>
  );
}
