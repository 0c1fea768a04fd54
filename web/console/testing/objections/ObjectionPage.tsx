import { Skeleton } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { History } from '../../audit/History.tsx';
import { useDeadlinesOf } from '../../deadlines/queries.ts';
import { Facts } from '../../shared/Facts.tsx';
import { PageHeading } from '../../shared/PageHeading.tsx';
import { ProblemNote } from '../../shared/ProblemNote.tsx';
import { Section } from '../../shared/Section.tsx';
import { StepLine } from '../../shared/StepLine.tsx';
import { Time } from '../../shared/Time.tsx';
import { useBilingual } from '../../shared/texts.ts';
import { useSharedTexts } from '../../shared/texts-shared.ts';
import { VerbButton } from '../../shared/VerbButton.tsx';
import { ObjectionChip } from './ObjectionChip.tsx';
import { type ObjectionVerb, objectionVerbs, useObjection } from './queries.ts';
import { StepDialog } from './StepDialog.tsx';
import { objectionLine } from './steps.ts';
import { useConclusion, useObjectionTexts } from './texts.ts';

const ofTheLaboratory = new Set<string>(['receive-sample', 'decide']);

/** One objection: its terms with their clauses, where it stands, and what came of the re-test. */
export function ObjectionPage() {
  const { id = '' } = useParams();
  const t = useObjectionTexts();
  const shared = useSharedTexts();
  const bilingual = useBilingual();
  const conclusionWord = useConclusion();
  const { data: objection, error, refetch } = useObjection(id);
  const { data: deadlines } = useDeadlinesOf('objections', id);
  const [asked, setAsked] = useState<ObjectionVerb | null>(null);
  const back = <Link to="/objections">← {shared('back')}</Link>;
  if (!objection)
    return (
      <>
        <PageHeading title={t('title')} above={back} />
        {error ? <ProblemNote error={error} retry={() => refetch()} /> : <Skeleton active />}
      </>
    );
  const { sampleId, term, reportTerm, conclusion } = objection;
  const until = ({ clause, lastDay, provisional }: typeof term) =>
    `${t('clause', { clause, day: lastDay })}${provisional ? t('provisional') : ''}`;
  return (
    <>
      <PageHeading
        title={`${t('title')} · ${objection.batchCode}`}
        above={back}
        marks={<ObjectionChip state={objection.state} />}
        actions={objectionVerbs.map((verb) => (
          <VerbButton key={verb} verb={verb} record={objection} onClick={() => setAsked(verb)}>
            {t(verb)}
          </VerbButton>
        ))}
      />
      {asked && <StepDialog id={id} verb={asked} onClose={() => setAsked(null)} />}
      <StepLine
        steps={objectionLine(objection, deadlines?.items ?? [], {
          title: (step) => t(step),
          who: (step) => t(ofTheLaboratory.has(step) ? 'whoRetests' : 'whoDecides'),
          reason: bilingual,
        })}
      />
      <Section title={t('reason')}>
        <p>{objection.reason}</p>
        <Facts
          facts={[
            [t('raisedBy'), objection.raisedBy],
            [t('resultReceivedAt'), <Time key="received" at={objection.resultReceivedAt} />],
            [t('raisedAt'), <Time key="raised" at={objection.raisedAt} />],
            [t('term'), `${until(term)} · ${t(objection.inTime ? 'inTime' : 'late')}`],
            [
              t('batch'),
              <Link key="batch" to={`/batches/${encodeURIComponent(objection.batchCode)}`}>
                {objection.batchCode}
              </Link>,
            ],
            [
              t('sample'),
              sampleId && (
                <Link key="sample" to={`/samples/${sampleId}`}>
                  {t('sample')}
                </Link>
              ),
            ],
            [t('firstLaboratory'), objection.firstLaboratory],
          ]}
        />
      </Section>
      {objection.laboratory && (
        <Section title={t('decision')}>
          <Facts
            facts={[
              [t('laboratory'), objection.laboratory],
              [t('method'), objection.method],
              [t('seal'), objection.sealNumber],
              [t('reportTerm'), reportTerm && `${until(reportTerm)}${objection.overdue ? ` · ${t('overdue')}` : ''}`],
              [t('reportNumber'), objection.reportNumber],
              [t('conclusion'), conclusion && conclusionWord(conclusion)],
              [t('costs'), objection.costs],
            ]}
          />
        </Section>
      )}
      <History resource="objections" record={id} />
    </>
  );
}
