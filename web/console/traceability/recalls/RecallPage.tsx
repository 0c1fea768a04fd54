import { Skeleton } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { History } from '../../audit/History.tsx';
import { useDivisionName } from '../../producers/queries.ts';
import { Facts } from '../../shared/Facts.tsx';
import { PageHeading } from '../../shared/PageHeading.tsx';
import { ProblemNote } from '../../shared/ProblemNote.tsx';
import { Section } from '../../shared/Section.tsx';
import { StepLine } from '../../shared/StepLine.tsx';
import { Time } from '../../shared/Time.tsx';
import { useBilingual } from '../../shared/texts.ts';
import { useSharedTexts } from '../../shared/texts-shared.ts';
import { VerbButton } from '../../shared/VerbButton.tsx';
import { ProductName } from '../../standards/ProductName.tsx';
import { useRecall } from './queries.ts';
import { RecallChip } from './RecallChip.tsx';
import { RecallProgress } from './RecallProgress.tsx';
import { RecallScope } from './RecallScope.tsx';
import { RecallStepDialog, type Verb } from './RecallStepDialog.tsx';
import { recallLine } from './steps.ts';
import { TaskTable } from './TaskTable.tsx';
import { useRecallLevel, useRecallTexts } from './texts.ts';

const verbs: Verb[] = ['issue', 'close', 'cancel'];

/** One recall: where it stands, what it reaches, what each holder has answered. */
export function RecallPage() {
  const { id = '' } = useParams();
  const t = useRecallTexts();
  const shared = useSharedTexts();
  const bilingual = useBilingual();
  const level = useRecallLevel();
  const divisionName = useDivisionName();
  const { data: recall, error, refetch } = useRecall(id);
  const [asked, setAsked] = useState<Verb | null>(null);
  const back = <Link to="/recalls">← {shared('back')}</Link>;
  if (!recall)
    return (
      <>
        <PageHeading title={t('title')} above={back} />
        {error ? <ProblemNote error={error} retry={() => refetch()} /> : <Skeleton active />}
      </>
    );
  const isDraft = recall.state === 'draft' || recall.state === 'cancelled';
  return (
    <>
      <PageHeading
        title={`${t('recall')} ${recall.number}`}
        above={back}
        marks={<RecallChip state={recall.state} drill={recall.drill} />}
        actions={verbs.map((verb) => (
          <VerbButton key={verb} verb={verb} record={recall} onClick={() => setAsked(verb)}>
            {t(verb)}
          </VerbButton>
        ))}
      />
      {asked && <RecallStepDialog recall={recall} verb={asked} onClose={() => setAsked(null)} />}
      <StepLine
        steps={recallLine(recall, {
          title: (step) => t(step),
          supervisor: t('supervisor'),
          holders: t('holders'),
          reason: bilingual,
        })}
      />
      <Section title={t('reason')}>
        <p>{recall.reason}</p>
        <Facts
          facts={[
            [t('instruction'), recall.instruction],
            [
              t('batch'),
              <Link key="batch" to={`/batches/${encodeURIComponent(recall.batchCode)}`}>
                {recall.batchCode} · <ProductName name={recall.productName} />
              </Link>,
            ],
            [t('level'), level(recall.level)],
            [t('checkLevel'), `${recall.checkLevel} (${t('checkLevelHint')})`],
            recall.state === 'draft' && [t('startBy'), <Time key="start" at={recall.startBy} />],
            recall.finishBy !== undefined && [t('finishBy'), <Time key="finish" at={recall.finishBy} />],
            [t('division'), divisionName(recall.divisionCode)],
            [t('seed'), recall.seed],
          ]}
        />
      </Section>
      {!isDraft && <RecallProgress id={id} />}
      {!isDraft && (
        <Section title={t('tasks')}>
          <TaskTable recall={id} />
        </Section>
      )}
      <RecallScope id={id} />
      <History resource="recalls" record={id} />
    </>
  );
}
