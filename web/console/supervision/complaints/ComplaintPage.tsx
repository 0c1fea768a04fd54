import { Alert, Button, Skeleton } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { Complaint } from '../../api/types.ts';
import { Attachments } from '../../attachments/Attachments.tsx';
import { History } from '../../audit/History.tsx';
import { useDeadlinesOf } from '../../deadlines/queries.ts';
import { useMay } from '../../identity/session.ts';
import { useDivisionName } from '../../producers/queries.ts';
import { Facts } from '../../shared/Facts.tsx';
import { PageHeading } from '../../shared/PageHeading.tsx';
import { ProblemNote } from '../../shared/ProblemNote.tsx';
import { ReasonDialog } from '../../shared/ReasonDialog.tsx';
import { Section } from '../../shared/Section.tsx';
import { StepLine } from '../../shared/StepLine.tsx';
import { Time } from '../../shared/Time.tsx';
import { useBilingual } from '../../shared/texts.ts';
import { useSharedTexts } from '../../shared/texts-shared.ts';
import { VerbButton } from '../../shared/VerbButton.tsx';
import { ComplaintChip } from './ComplaintChip.tsx';
import { type Step, useComplaint, useRevealComplaint } from './queries.ts';
import { StepDialog } from './StepDialog.tsx';
import { complaintLine } from './steps.ts';
import { useChannel, useComplaintKind, useComplaintTexts } from './texts.ts';

const verbs: Step['verb'][] = ['assign', 'accept', 'answer', 'transfer', 'close'];

/** One complaint: where it stands and until when, what was said, and what was answered. */
export function ComplaintPage() {
  const { id = '' } = useParams();
  const t = useComplaintTexts();
  const divisionName = useDivisionName();
  const shared = useSharedTexts();
  const bilingual = useBilingual();
  const kindWord = useComplaintKind();
  const channel = useChannel();
  const { data: complaint, error, refetch } = useComplaint(id);
  const { data: deadlines } = useDeadlinesOf('complaints', id);
  const [asked, setAsked] = useState<Step['verb'] | null>(null);
  const back = <Link to="/complaints">← {shared('back')}</Link>;
  if (!complaint)
    return (
      <>
        <PageHeading title={t('title')} above={back} />
        {error ? <ProblemNote error={error} retry={() => refetch()} /> : <Skeleton active />}
      </>
    );
  const { batchCode, answer } = complaint;
  return (
    <>
      <PageHeading
        title={`${t('title')} · ${kindWord(complaint.kind)}`}
        above={back}
        marks={<ComplaintChip state={complaint.state} />}
        actions={verbs.map((verb) => (
          <VerbButton key={verb} verb={verb} record={complaint} onClick={() => setAsked(verb)}>
            {t(verb)}
          </VerbButton>
        ))}
      />
      {asked && <StepDialog id={id} verb={asked} onClose={() => setAsked(null)} />}
      <StepLine
        steps={complaintLine(complaint, deadlines?.items ?? [], {
          title: (step) => t(step),
          who: t('handler'),
          reason: bilingual,
        })}
      />
      <Section title={t('text')}>
        <p>{complaint.text}</p>
        <Facts
          facts={[
            [t('channel'), channel(complaint.channel)],
            [t('receivedAt'), <Time key="received" at={complaint.receivedAt} />],
            [
              t('batch'),
              batchCode && (
                <Link key="batch" to={`/batches/${encodeURIComponent(batchCode)}`}>
                  {batchCode}
                </Link>
              ),
            ],
            [t('division'), divisionName(complaint.divisionCode)],
          ]}
        />
      </Section>
      <Complainant complaint={complaint} />
      <Attachments resource="complaints" record={id} />
      {answer && (
        <Section title={t('answered')}>
          <p>{answer.text}</p>
          <p className="under">
            <Time at={answer.at} />
          </p>
        </Section>
      )}
      <History resource="complaints" record={id} />
    </>
  );
}

/** Masked; in the clear for a reason, until it is hidden again. */
function Complainant({ complaint }: { complaint: Complaint }) {
  const t = useComplaintTexts();
  const may = useMay();
  const reveal = useRevealComplaint(complaint.id);
  const [asking, setAsking] = useState(false);
  const clear = reveal.data;
  const contact = (of: Complaint) => [of.complainantName, of.complainantPhone].filter(Boolean).join(' · ');
  return (
    <Section title={t('complainant')}>
      <p>{complaint.anonymous ? t('anonymous') : contact(complaint)}</p>
      {clear && (
        <Alert
          type="warning"
          title={t('revealed')}
          description={contact(clear)}
          closable={{ 'aria-label': t('hide'), onClose: () => reveal.reset() }}
        />
      )}
      {!complaint.anonymous && may('complaints:reveal') && !clear && (
        <div>
          <Button onClick={() => setAsking(true)}>{t('reveal')}</Button>
        </div>
      )}
      {asking && (
        <ReasonDialog
          title={t('reveal')}
          onClose={() => setAsking(false)}
          onReason={({ reason }) => reveal.mutateAsync(reason)}
        />
      )}
    </Section>
  );
}
