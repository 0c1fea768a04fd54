import { App, Skeleton } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link, useParams } from 'react-router';
import { Attachments } from '../../attachments/Attachments.tsx';
import { History } from '../../audit/History.tsx';
import { useDeadlinesOf } from '../../deadlines/queries.ts';
import { Facts } from '../../shared/Facts.tsx';
import { PageHeading } from '../../shared/PageHeading.tsx';
import { People } from '../../shared/People.tsx';
import { ProblemNote } from '../../shared/ProblemNote.tsx';
import { Section } from '../../shared/Section.tsx';
import { StepLine } from '../../shared/StepLine.tsx';
import { Time } from '../../shared/Time.tsx';
import { useBilingual } from '../../shared/texts.ts';
import { useSharedTexts } from '../../shared/texts-shared.ts';
import { VerbButton } from '../../shared/VerbButton.tsx';
import { Conflicts } from './Conflicts.tsx';
import { InspectionChip } from './InspectionChip.tsx';
import { useInspection, useInspectionStep } from './queries.ts';
import { SeverityChip } from './SeverityChip.tsx';
import { type AskedVerb, StepDialog } from './StepDialog.tsx';
import { type InspectionStep, inspectionLine } from './steps.ts';
import { useInspectionKind, useInspectionTexts } from './texts.ts';

const FillChecklist = lazy(async () => ({ default: (await import('./FillChecklist.tsx')).FillChecklist }));

const verbs: AskedVerb[] = ['order-rectification', 'answer', 'pass-recheck', 'fail-recheck', 'close'];

/** One inspection: where it stands, its checklist, what was found, ordered and answered. */
export function InspectionPage() {
  const { id = '' } = useParams();
  const t = useInspectionTexts();
  const shared = useSharedTexts();
  const bilingual = useBilingual();
  const kindWord = useInspectionKind();
  const { message } = App.useApp();
  const { data: inspection, error, refetch } = useInspection(id);
  const { data: deadlines } = useDeadlinesOf('inspections', id);
  const step = useInspectionStep(id);
  const [asked, setAsked] = useState<AskedVerb | null>(null);
  const back = <Link to="/inspections">← {shared('back')}</Link>;
  if (!inspection)
    return (
      <>
        <PageHeading title={t('title')} above={back} />
        {error ? <ProblemNote error={error} retry={() => refetch()} /> : <Skeleton active />}
      </>
    );
  const { submission, findings, order, answer } = inspection;
  const undecided = inspection.conflicts.filter(({ decided }) => !decided).length;
  const who = (of: InspectionStep) =>
    t(of === 'create' || of === 'submit' ? 'inspector' : of === 'answer' ? 'theProducer' : 'officer');
  return (
    <>
      <PageHeading
        title={inspection.producerName}
        above={back}
        marks={<InspectionChip state={inspection.state} />}
        actions={
          <>
            {inspection.state === 'planned' && (
              <VerbButton
                verb="begin"
                record={inspection}
                loading={step.isPending}
                onClick={() =>
                  step.mutate({ verb: 'begin', body: {} }, { onSuccess: () => message.success(t('done')) })
                }
              >
                {t('onSpot')}
              </VerbButton>
            )}
            {submission &&
              verbs.map((verb) => (
                <VerbButton key={verb} verb={verb} record={inspection} onClick={() => setAsked(verb)}>
                  {t(verb)}
                </VerbButton>
              ))}
          </>
        }
      />
      {step.error && <ProblemNote error={step.error} />}
      {asked && <StepDialog id={id} verb={asked} onClose={() => setAsked(null)} />}
      <StepLine
        steps={inspectionLine(inspection, deadlines?.items ?? [], { title: (of) => t(of), who, reason: bilingual })}
      />
      <Facts
        facts={[
          [
            t('producer'),
            <Link key="producer" to={`/producers/${inspection.producerId}`}>
              {inspection.producerName}
            </Link>,
          ],
          [t('kind'), kindWord(inspection.kind)],
          [t('inspectors'), <People key="inspectors" usernames={inspection.inspectors} />],
          [t('createdAt'), <Time key="created" at={inspection.createdAt} />],
        ]}
      />
      {undecided > 0 && (
        <>
          <p role="status">{t('conflicts', { count: undecided })}</p>
          <Conflicts inspection={inspection} />
        </>
      )}
      {!submission && inspection.allowed.includes('submit') && (
        <Suspense fallback={<Skeleton active />}>
          <FillChecklist inspection={inspection} />
        </Suspense>
      )}
      {submission && (
        <Section title={t('findings')}>
          {findings.length === 0 && <p>{t('noFindings')}</p>}
          <ul className="history">
            {findings.map(({ item, text, severity, clause, note }) => (
              <li key={item}>
                <SeverityChip severity={severity} /> {bilingual(text)}
                <div className="under">{clause}</div>
                {note && <div>{note}</div>}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {order && (
        <Section title={t('order')}>
          <p>{order.text}</p>
          <Facts
            facts={[
              [t('due'), <Time key="due" at={order.due} />],
              [t('orderedBy'), <People key="by" usernames={[order.by]} />],
              [
                t('answer'),
                answer && (
                  <span key="answer">
                    {answer.text} · <People usernames={[answer.by]} />
                  </span>
                ),
              ],
            ]}
          />
        </Section>
      )}
      <Attachments resource="inspections" record={id} />
      <History resource="inspections" record={id} />
    </>
  );
}
