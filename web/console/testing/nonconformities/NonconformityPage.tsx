import { App, Form, Input, Skeleton } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { Nonconformity } from '../../api/types.ts';
import { History } from '../../audit/History.tsx';
import { Facts } from '../../shared/Facts.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { PageHeading } from '../../shared/PageHeading.tsx';
import { ProblemNote } from '../../shared/ProblemNote.tsx';
import { ReasonDialog } from '../../shared/ReasonDialog.tsx';
import { Section } from '../../shared/Section.tsx';
import { Time } from '../../shared/Time.tsx';
import { useBilingual } from '../../shared/texts.ts';
import { useSharedTexts } from '../../shared/texts-shared.ts';
import { VerbButton } from '../../shared/VerbButton.tsx';
import { Doubted } from './Doubted.tsx';
import { type Step, useNonconformity, useNonconformityStep } from './queries.ts';
import { StateChip } from './StateChip.tsx';
import { useNonconformityTexts } from './texts.ts';

/** What a failed control or calibration reaches back to, result by result, until another person lets work go on. */
export function NonconformityPage() {
  const { id = '' } = useParams();
  const t = useNonconformityTexts();
  const shared = useSharedTexts();
  const bilingual = useBilingual();
  const { message } = App.useApp();
  const { data: record, error, refetch } = useNonconformity(id);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<Step['verb'] | null>(null);
  const back = <Link to="/nonconformities">← {shared('back')}</Link>;
  if (!record)
    return (
      <>
        <PageHeading title={t('title')} above={back} />
        {error ? <ProblemNote error={error} retry={() => refetch()} /> : <Skeleton active />}
      </>
    );
  const { since, assessment } = record;
  return (
    <>
      <PageHeading
        title={bilingual(record.text)}
        above={back}
        marks={<StateChip state={record.state} />}
        actions={
          <>
            <VerbButton
              verb="confirm"
              record={record}
              onClick={() => (chosen.size ? setAsked('confirm') : message.info(t('noneChosen')))}
            >
              {t('confirm')}
            </VerbButton>
            {record.doubted.some(({ rapid }) => rapid) && (
              <VerbButton
                verb="set-aside"
                record={record}
                onClick={() => (chosen.size ? setAsked('set-aside') : message.info(t('noneChosen')))}
              >
                {t('set-aside')}
              </VerbButton>
            )}
            <VerbButton verb="assess" record={record} onClick={() => setAsked('assess')}>
              {t('assess')}
            </VerbButton>
            <VerbButton verb="close" record={record} onClick={() => setAsked('close')}>
              {t('close')}
            </VerbButton>
          </>
        }
      />
      {asked && (
        <StepDialog
          record={record}
          verb={asked}
          chosen={chosen}
          onClose={() => setAsked(null)}
          onDone={() => setChosen(new Set())}
        />
      )}
      <Facts
        facts={[
          [t('laboratory'), record.laboratory],
          [t('method'), record.method],
          [t('instrument'), record.instrument],
          [t('since'), since ? <Time key="since" at={since} /> : t('sinceUnknown')],
          [t('until'), <Time key="until" at={record.until} />],
        ]}
      />
      <Section title={t('doubted')}>
        <p className="note">{t('settle')}</p>
        <Doubted doubted={record.doubted} chosen={chosen} onChoose={setChosen} />
      </Section>
      {assessment && (
        <Section title={t('assessment')}>
          <Facts
            facts={[
              [t('significance'), assessment.significance],
              [t('action'), assessment.action],
              [t('customers'), assessment.customers],
            ]}
          />
          <p className="under">
            {assessment.by} · <Time at={assessment.at} />
          </p>
        </Section>
      )}
      <Section title={t('batches')}>
        <p className="note">{t('holdHint')}</p>
        <ul className="links">
          {record.batches.map((code) => (
            <li key={code}>
              <Link to={`/batches/${encodeURIComponent(code)}`}>{code}</Link>
            </li>
          ))}
        </ul>
      </Section>
      {record.reports.length > 0 && (
        <Section title={t('reports')}>
          <ul className="links">
            {record.reports.map((number) => (
              <li key={number}>
                <Link to={`/test-reports?number=${number}`}>{number}</Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <History resource="nonconformities" record={id} />
    </>
  );
}

interface DialogProps {
  record: Nonconformity;
  verb: Step['verb'];
  chosen: ReadonlySet<string>;
  onClose(): void;
  onDone(): void;
}

function StepDialog({ record, verb, chosen, onClose, onDone }: DialogProps) {
  const t = useNonconformityTexts();
  const shared = useSharedTexts();
  const { message } = App.useApp();
  const step = useNonconformityStep(record.id);
  const take = async (taken: Step) => {
    await step.mutateAsync(taken);
    message.success(t('done'));
    onDone();
  };
  if (verb !== 'assess')
    return (
      <ReasonDialog
        title={t(verb)}
        onClose={onClose}
        onReason={({ reason }) =>
          take(verb === 'close' ? { verb, body: { reason } } : { verb, body: { resultIds: [...chosen], reason } })
        }
      />
    );
  const required = [{ required: true, whitespace: true, message: shared('required') }];
  return (
    <FormDialog<{ significance: string; action: string; customers?: string }>
      open
      title={t('assess')}
      submitText={t('assess')}
      onClose={onClose}
      onSubmit={({ significance, action, customers }) =>
        take({ verb, body: { significance, action, ...(customers?.trim() && { customers }) } })
      }
    >
      <Form.Item name="significance" label={t('significance')} rules={required}>
        <Input.TextArea autoFocus rows={3} maxLength={500} />
      </Form.Item>
      <Form.Item name="action" label={t('action')} rules={required}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
      <Form.Item name="customers" label={t('customers')}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}
