import { App, Button, Skeleton } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link, useParams } from 'react-router';
import type { CertificationApplication } from '../../api/types.ts';
import { Attachments } from '../../attachments/Attachments.tsx';
import { History } from '../../audit/History.tsx';
import { useDeadlinesOf } from '../../deadlines/queries.ts';
import { Chip } from '../../shared/Chip.tsx';
import { Facts } from '../../shared/Facts.tsx';
import { PageHeading } from '../../shared/PageHeading.tsx';
import { People, useNamesOfPeople } from '../../shared/People.tsx';
import { ProblemNote } from '../../shared/ProblemNote.tsx';
import { Section } from '../../shared/Section.tsx';
import { type LineStep, StepLine } from '../../shared/StepLine.tsx';
import { Time } from '../../shared/Time.tsx';
import { useBilingual } from '../../shared/texts.ts';
import { useSharedTexts } from '../../shared/texts-shared.ts';
import { VerbButton } from '../../shared/VerbButton.tsx';
import { ProductName } from '../../standards/ProductName.tsx';
import { ApplicationChip } from './ApplicationChip.tsx';
import { Documents } from './Documents.tsx';
import { applicationVerbs, useApplication, useApplicationStep } from './queries.ts';
import type { AskedVerb } from './StepDialog.tsx';
import { useApplicationTexts } from './texts.ts';

const EditStatement = lazy(async () => ({ default: (await import('./EditStatement.tsx')).EditStatement }));

const StepDialog = lazy(async () => ({ default: (await import('./StepDialog.tsx')).StepDialog }));

/** Which verb takes a step of the line. */
const verbOf: Record<CertificationApplication['steps'][number]['step'], string> = {
  submit: 'submit',
  accept: 'accept',
  review: 'review',
  check: 'check',
  decide: 'grant',
};

/** One application: where it stands, its documents, and what was found. */
export function ApplicationPage() {
  const { id = '' } = useParams();
  const t = useApplicationTexts();
  const shared = useSharedTexts();
  const bilingual = useBilingual();
  const { message } = App.useApp();
  const { data: application, error, refetch } = useApplication(id);
  const { data: deadlines } = useDeadlinesOf('certification-applications', id);
  const step = useApplicationStep(id);
  const recusedNames = useNamesOfPeople(application?.recused.map(({ by }) => by) ?? []);
  const [asked, setAsked] = useState<AskedVerb | null>(null);
  const [editing, setEditing] = useState(false);
  const back = <Link to="/certification-applications">← {shared('back')}</Link>;
  if (!application)
    return (
      <>
        <PageHeading title={t('title')} above={back} />
        {error ? <ProblemNote error={error} retry={() => refetch()} /> : <Skeleton active />}
      </>
    );
  const { findings, recused, refused } = application;
  const line = application.steps.map((each): LineStep => {
    const why = refused.find(({ verb }) => verb === verbOf[each.step])?.reason;
    const { lastDay, clause } = each;
    return {
      ...each,
      key: each.step,
      title: bilingual(each.title),
      who: bilingual(each.who),
      due: lastDay ? { lastDay, clause, workingDaysLeft: deadlines?.items[0]?.workingDaysLeft } : undefined,
      refused: why && bilingual(why),
    };
  });
  return (
    <>
      <PageHeading
        title={application.number}
        above={back}
        marks={<ApplicationChip state={application.state} />}
        actions={applicationVerbs.map((verb) => (
          <VerbButton
            key={verb}
            verb={verb}
            record={application}
            loading={step.isPending && step.variables.verb === verb}
            onClick={() =>
              verb === 'submit' || verb === 'accept'
                ? step.mutate({ verb, body: {} }, { onSuccess: () => message.success(t('done')) })
                : setAsked(verb)
            }
          >
            {t(verb)}
          </VerbButton>
        ))}
      />
      {step.error && <ProblemNote error={step.error} />}
      <Suspense>{asked && <StepDialog id={id} verb={asked} onClose={() => setAsked(null)} />}</Suspense>
      <StepLine steps={line} />
      <Facts
        facts={[
          [t('scheme'), bilingual(application.schemeName)],
          [t('kind'), t(application.kind)],
          [t('renews'), application.renews],
          [t('producer'), application.producerName],
          [t('product'), <ProductName key="product" name={application.productName} />],
          [t('statement'), application.statement],
        ]}
      />
      {application.allowed.includes('change') && (
        <div>
          <Button onClick={() => setEditing(true)}>{t('change')}</Button>
        </div>
      )}
      <Suspense>{editing && <EditStatement application={application} onClose={() => setEditing(false)} />}</Suspense>
      <Documents application={application} />
      <Section title={t('findings')}>
        {findings.length === 0 && <p>{t('noFindings')}</p>}
        <ul className="history">
          {findings.map(({ step: of, passed, note, by, at }) => (
            <li key={at}>
              {t(of)} <Chip tone={passed ? 'good' : 'bad'}>{t(passed ? 'passed' : 'failed')}</Chip>{' '}
              <People usernames={[by]} /> <Time at={at} />
              <div>{note}</div>
            </li>
          ))}
        </ul>
        {recused.length > 0 && <p>{t('recused', { who: recusedNames.join(shared('comma')) })}</p>}
      </Section>
      <Attachments resource="certification-applications" record={id} />
      <History resource="certification-applications" record={id} />
    </>
  );
}
