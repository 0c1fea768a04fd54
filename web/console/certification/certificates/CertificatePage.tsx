import { App, Skeleton } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link, useParams } from 'react-router';
import { History } from '../../audit/History.tsx';
import { DataTable } from '../../shared/DataTable.tsx';
import { Facts } from '../../shared/Facts.tsx';
import { PageHeading } from '../../shared/PageHeading.tsx';
import { People } from '../../shared/People.tsx';
import { ProblemNote } from '../../shared/ProblemNote.tsx';
import { ReasonDialog } from '../../shared/ReasonDialog.tsx';
import { Section } from '../../shared/Section.tsx';
import { useBilingual } from '../../shared/texts.ts';
import { useSharedTexts } from '../../shared/texts-shared.ts';
import { VerbButton } from '../../shared/VerbButton.tsx';
import { ProductName } from '../../standards/ProductName.tsx';
import { Proposals } from './Proposals.tsx';
import { type ReasonVerb, useCertificate, useReasonStep } from './queries.ts';
import { StandingChip } from './StandingChip.tsx';
import { useCertificateTexts } from './texts.ts';

const RecordVisit = lazy(async () => ({ default: (await import('./RecordVisit.tsx')).RecordVisit }));

const reasonVerbs: ReasonVerb[] = ['propose-suspension', 'propose-withdrawal', 'restore'];

/** One certificate: what it is for, how it stands, its visits, and what is proposed about it. */
export function CertificatePage() {
  const { id = '' } = useParams();
  const t = useCertificateTexts();
  const shared = useSharedTexts();
  const bilingual = useBilingual();
  const { data: certificate, error, refetch } = useCertificate(id);
  const [asked, setAsked] = useState<ReasonVerb | 'record-visit' | null>(null);
  const back = <Link to="/certificates">← {shared('back')}</Link>;
  if (!certificate)
    return (
      <>
        <PageHeading title={t('title')} above={back} />
        {error ? <ProblemNote error={error} retry={() => refetch()} /> : <Skeleton active />}
      </>
    );
  return (
    <>
      <PageHeading
        title={certificate.number}
        above={back}
        marks={<StandingChip standing={certificate.standing} />}
        actions={[...reasonVerbs, 'record-visit' as const].map((verb) => (
          <VerbButton key={verb} verb={verb} record={certificate} onClick={() => setAsked(verb)}>
            {t(verb)}
          </VerbButton>
        ))}
      />
      <Facts
        facts={[
          [t('scheme'), bilingual(certificate.schemeName)],
          [t('level'), certificate.level],
          [
            t('producer'),
            <Link key="producer" to={`/producers/${certificate.producerId}`}>
              {certificate.producerName}
            </Link>,
          ],
          [t('product'), <ProductName key="product" name={certificate.productName} />],
          [t('externalNumber'), certificate.externalNumber],
          [t('issuer'), certificate.issuer],
          [t('validFrom'), certificate.validFrom],
          [t('validTo'), certificate.validTo ?? t('neverExpires')],
          [t('renewBy'), certificate.renewBy],
          [t('nextVisitBy'), certificate.nextVisitBy],
          [
            t('publicPage'),
            <a key="public" href={certificate.checkAt} target="_blank" rel="noreferrer">
              {t('publicPage')}
            </a>,
          ],
          [
            t('paper'),
            <a key="paper" href={`/api/v1/certificates/${id}/certificate.pdf`} target="_blank" rel="noreferrer">
              PDF
            </a>,
          ],
        ]}
      />
      <Section title={t('proposals')}>
        <p className="note">{t('proposalsHint')}</p>
        <Proposals certificate={id} />
      </Section>
      <Section title={t('visits')}>
        <DataTable
          caption={t('visits')}
          rows={certificate.visits}
          rowKey={({ at }) => at}
          empty={t('noVisits')}
          columns={[
            { key: 'on', title: t('on'), names: true, render: ({ on }) => on },
            {
              key: 'passed',
              title: t('passed'),
              render: ({ passed }) => t(passed ? 'visitPassed' : 'visitFailed'),
            },
            { key: 'note', title: t('note'), render: ({ note }) => note },
            { key: 'by', title: t('by'), render: ({ by }) => <People usernames={[by]} /> },
          ]}
        />
      </Section>
      <History resource="certificates" record={id} />
      {asked && asked !== 'record-visit' && <Ask id={id} verb={asked} onClose={() => setAsked(null)} />}
      <Suspense>{asked === 'record-visit' && <RecordVisit id={id} onClose={() => setAsked(null)} />}</Suspense>
    </>
  );
}

function Ask({ id, verb, onClose }: { id: string; verb: ReasonVerb; onClose: () => void }) {
  const t = useCertificateTexts();
  const { message } = App.useApp();
  const step = useReasonStep(id, verb);
  return (
    <ReasonDialog
      title={t(verb)}
      onClose={onClose}
      onReason={async ({ reason }) => {
        await step.mutateAsync(reason);
        message.success(t('done'));
      }}
    />
  );
}
