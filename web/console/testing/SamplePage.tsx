import { App, Skeleton } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link, useParams } from 'react-router';
import { Attachments } from '../attachments/Attachments.tsx';
import { History } from '../audit/History.tsx';
import { useMay } from '../identity/session.ts';
import { Facts } from '../shared/Facts.tsx';
import { PageHeading } from '../shared/PageHeading.tsx';
import { ProblemNote } from '../shared/ProblemNote.tsx';
import { ReasonDialog } from '../shared/ReasonDialog.tsx';
import { Section } from '../shared/Section.tsx';
import { Time } from '../shared/Time.tsx';
import { useBilingual } from '../shared/texts.ts';
import { useSharedTexts } from '../shared/texts-shared.ts';
import { VerbButton } from '../shared/VerbButton.tsx';
import { ProductName } from '../standards/ProductName.tsx';
import {
  type ReasonedStep,
  type ResultAct,
  type SampleStep,
  useReasonedStep,
  useResultAct,
  useSample,
  useSampleStep,
} from './queries.ts';
import { Results } from './Results.tsx';
import { StateLine } from './StateLine.tsx';
import { useTestingTexts } from './texts.ts';
import { VerdictChip } from './VerdictChip.tsx';
import { usePlanWord } from './words.ts';

const ResultForm = lazy(async () => ({ default: (await import('./ResultForm.tsx')).ResultForm }));

const ReceiveSample = lazy(async () => ({ default: (await import('./ReceiveSample.tsx')).ReceiveSample }));

const steps: SampleStep[] = ['receive', 'report', 'verify'];
const reasoned: ReasonedStep[] = ['return', 'invalidate', 'amend'];
const ofResults: ResultAct[] = ['retract', 'retest'];

export function SamplePage() {
  const { id = '' } = useParams();
  const t = useTestingTexts();
  const may = useMay();
  const shared = useSharedTexts();
  const bilingual = useBilingual();
  const plan = usePlanWord();
  const { message } = App.useApp();
  const { data: sample, error, refetch } = useSample(id);
  const step = useSampleStep(id);
  const reasonedStep = useReasonedStep(id);
  const resultAct = useResultAct(id);
  const [receiving, setReceiving] = useState(false);
  const [asked, setAsked] = useState<ReasonedStep | null>(null);
  const [setAside, setSetAside] = useState<{ verb: ResultAct; resultId: string; analyte: string } | null>(null);
  const back = <Link to="/samples">← {shared('back')}</Link>;
  if (!sample)
    return (
      <>
        <PageHeading title={t('title')} above={back} />
        {error ? <ProblemNote error={error} retry={() => refetch()} /> : <Skeleton active />}
      </>
    );
  const entryRefused = sample.refused.find(({ verb }) => verb === 'enter-result');
  const nextStep = steps.find((verb) => sample.allowed.includes(verb));
  return (
    <>
      <PageHeading
        title={sample.number}
        above={back}
        marks={<VerdictChip verdict={sample.verdict} preliminary={sample.state !== 'published'} />}
        actions={[
          ...steps.map((verb) => (
            <VerbButton
              key={verb}
              verb={verb}
              record={sample}
              type={verb === nextStep ? 'primary' : 'default'}
              loading={step.isPending && step.variables === verb}
              onClick={() =>
                verb === 'receive' && sample.sealNumber
                  ? setReceiving(true)
                  : step.mutate(verb, { onSuccess: () => message.success(t('done', { verb: t(verb) })) })
              }
            >
              {t(verb)}
            </VerbButton>
          )),
          ...reasoned
            .filter((verb) => sample.allowed.includes(verb))
            .map((verb) => (
              <VerbButton key={verb} verb={verb} record={sample} onClick={() => setAsked(verb)}>
                {t(verb)}
              </VerbButton>
            )),
        ]}
      />
      {asked && (
        <ReasonDialog
          title={t(asked)}
          onClose={() => setAsked(null)}
          onReason={({ reason }) => reasonedStep.mutateAsync({ verb: asked, reason })}
        />
      )}
      {setAside && (
        <ReasonDialog
          title={`${t(setAside.verb)} · ${setAside.analyte}`}
          onClose={() => setSetAside(null)}
          onReason={({ reason }) => resultAct.mutateAsync({ verb: setAside.verb, resultId: setAside.resultId, reason })}
        />
      )}
      {step.error && <ProblemNote error={step.error} />}
      {receiving && (
        <Suspense>
          <ReceiveSample sample={sample} onClose={() => setReceiving(false)} />
        </Suspense>
      )}
      <StateLine sample={sample} />
      <Facts
        facts={[
          [
            t('batch'),
            <Link key="batch" to={`/batches/${encodeURIComponent(sample.batchCode)}`}>
              {sample.batchCode}
            </Link>,
          ],
          [t('product'), <ProductName key="product" name={sample.productName} />],
          [t('producer'), sample.producerName],
          [t('plan'), plan(sample.planKind)],
          [t('drawnAt'), <Time key="drawn" at={sample.drawnAt} />],
          [t('place'), sample.place],
          [t('samplers'), sample.samplers.join('、')],
          [t('seal'), sample.sealNumber],
        ]}
      />
      <Section title={t('results')}>
        {sample.results.length === 0 && <p>{t('noResults')}</p>}
        <Results
          results={sample.results}
          acts={ofResults.filter((verb) => sample.allowed.includes(verb))}
          onAct={(verb, { id: resultId = '', analyte }) => setSetAside({ verb, resultId, analyte })}
        />
      </Section>
      {may('samples:enter-result') && (
        <Section title={t('enterResult')}>
          {entryRefused && <p className="note">{bilingual(entryRefused.reason)}</p>}
          {sample.allowed.includes('enter-result') && (
            <Suspense fallback={<Skeleton active />}>
              <ResultForm sampleId={sample.id} />
            </Suspense>
          )}
        </Section>
      )}
      <Attachments resource="samples" record={sample.id} />
      <History resource="samples" record={sample.id} />
    </>
  );
}
