import { Modal, Skeleton } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { RegisterImport } from '../../api/types.ts';
import { History } from '../../audit/History.tsx';
import { Facts } from '../../shared/Facts.tsx';
import { PageHeading } from '../../shared/PageHeading.tsx';
import { People } from '../../shared/People.tsx';
import { ProblemNote } from '../../shared/ProblemNote.tsx';
import { Time } from '../../shared/Time.tsx';
import { useSharedTexts } from '../../shared/texts-shared.ts';
import { VerbButton } from '../../shared/VerbButton.tsx';
import { ImportChip } from './ImportChip.tsx';
import { ImportRows } from './ImportRows.tsx';
import { useImport, useImportStep } from './queries.ts';
import { rowOutcomes, useImportTexts, useOutcome, useRegisterName } from './texts.ts';

type Step = 'store' | 'cancel';

/** One table: how far it is, what became of each row, and what a person can do about it. */
export function ImportPage() {
  const { id = '' } = useParams();
  const t = useImportTexts();
  const shared = useSharedTexts();
  const registerName = useRegisterName();
  const outcomeName = useOutcome();
  const { data, error, refetch } = useImport(id);
  const [asked, setAsked] = useState<Step>();
  const back = <Link to="/register-imports">← {shared('back')}</Link>;
  if (!data)
    return (
      <>
        <PageHeading title={t('title')} above={back} />
        {error ? <ProblemNote error={error} retry={() => refetch()} /> : <Skeleton active />}
      </>
    );
  const { register, state, rows, done, counts } = data;
  return (
    <>
      <PageHeading
        title={registerName(register)}
        above={back}
        marks={
          <span role="status">
            <ImportChip state={state} />
          </span>
        }
        actions={
          <>
            <VerbButton type="primary" verb="store" record={data} onClick={() => setAsked('store')}>
              {t('store')}
            </VerbButton>
            <VerbButton verb="cancel" record={data} onClick={() => setAsked('cancel')}>
              {t('cancel')}
            </VerbButton>
          </>
        }
      />
      <Facts
        facts={[
          [
            t('progress'),
            <span key="progress">
              <progress aria-label={t('progress')} value={done} max={rows} /> {t('ofRows', { done, rows })}
            </span>,
          ],
          [t('counts'), rowOutcomes.map((outcome) => `${outcomeName(outcome)} ${counts[outcome]}`).join(' · ')],
          [t('by'), <People key="by" usernames={[data.createdBy]} />],
          [t('at'), <Time key="at" at={data.createdAt} />],
          [t('digest'), <code key="digest">{data.digest}</code>],
        ]}
      />
      <ImportRows of={data} />
      <History resource="register-imports" record={id} />
      {asked && <Confirm step={asked} of={data} onClose={() => setAsked(undefined)} />}
    </>
  );
}

function Confirm({ step, of, onClose }: { step: Step; of: RegisterImport; onClose(): void }) {
  const t = useImportTexts();
  const shared = useSharedTexts();
  const take = useImportStep(of.id);
  const { created, updated, unchanged } = of.counts;
  return (
    <Modal
      open
      title={t(step)}
      okText={t(step)}
      cancelText={shared('cancel')}
      confirmLoading={take.isPending}
      onOk={() => take.mutate(step, { onSuccess: onClose })}
      onCancel={onClose}
    >
      <p>{step === 'store' ? t('storeHint', { created, updated, unchanged }) : t('cancelHint')}</p>
      {take.error && <ProblemNote error={take.error} />}
    </Modal>
  );
}
