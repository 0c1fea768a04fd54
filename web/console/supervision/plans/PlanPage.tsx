import { App, Form, Input, Skeleton } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { History } from '../../audit/History.tsx';
import { Chip } from '../../shared/Chip.tsx';
import { Facts } from '../../shared/Facts.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { PageHeading } from '../../shared/PageHeading.tsx';
import { People } from '../../shared/People.tsx';
import { ProblemNote } from '../../shared/ProblemNote.tsx';
import { useSharedTexts } from '../../shared/texts-shared.ts';
import { VerbButton } from '../../shared/VerbButton.tsx';
import { Draw } from './Draw.tsx';
import { useDrawPlan, usePlan } from './queries.ts';
import { usePlanTexts } from './texts.ts';

/** One plan: its draw, as anybody can repeat it, and how far it is done. */
export function PlanPage() {
  const { id = '' } = useParams();
  const t = usePlanTexts();
  const shared = useSharedTexts();
  const { data: plan, error, refetch } = usePlan(id);
  const [drawing, setDrawing] = useState(false);
  const back = <Link to="/inspection-plans">← {shared('back')}</Link>;
  if (!plan)
    return (
      <>
        <PageHeading title={t('title')} above={back} />
        {error ? <ProblemNote error={error} retry={() => refetch()} /> : <Skeleton active />}
      </>
    );
  const { year, quarter, state, completion } = plan;
  return (
    <>
      <PageHeading
        title={plan.title}
        above={back}
        marks={<Chip tone={state === 'draft' ? 'neutral' : 'good'}>{t(state)}</Chip>}
        actions={
          <VerbButton verb="draw" record={plan} onClick={() => setDrawing(true)}>
            {t('draw')}
          </VerbButton>
        }
      />
      {drawing && <DrawDialog id={id} onClose={() => setDrawing(false)} />}
      <Facts
        facts={[
          [t('period'), quarter ? t('quarterOf', { year, quarter }) : t('yearOf', { year })],
          [t('due'), plan.due],
          [t('count'), String(plan.count)],
          [t('kind'), t(plan.kind)],
          [t('inspectorsEach'), state !== 'issued' && String(plan.inspectorsEach)],
          [t('inspectors'), <People key="inspectors" usernames={plan.inspectors.map(({ username }) => username)} />],
          [t('completion'), state !== 'draft' && t('completed', completion)],
        ]}
      />
      {state === 'draft' ? (
        <p>{t('notDrawn')}</p>
      ) : (
        <p>
          <Link to={`/inspections?plan=${id}`}>{t('toInspections')}</Link>
        </p>
      )}
      {plan.draw && <Draw plan={plan} draw={plan.draw} />}
      <History resource="inspection-plans" record={id} />
    </>
  );
}

function DrawDialog({ id, onClose }: { id: string; onClose(): void }) {
  const t = usePlanTexts();
  const { message } = App.useApp();
  const draw = useDrawPlan(id);
  return (
    <FormDialog<{ seed?: string; seedSource?: string }>
      open
      title={t('draw')}
      submitText={t('draw')}
      onClose={onClose}
      onSubmit={async ({ seed, seedSource }) => {
        await draw.mutateAsync({ ...(seed && { seed }), ...(seedSource && { seedSource }) });
        message.success(t('drawnNow'));
      }}
    >
      <p className="note">{t('drawHint')}</p>
      <Form.Item name="seed" label={t('seed')} extra={t('seedHint')}>
        <Input autoFocus maxLength={128} autoComplete="off" autoCapitalize="none" />
      </Form.Item>
      <Form.Item name="seedSource" label={t('seedSource')}>
        <Input maxLength={100} />
      </Form.Item>
    </FormDialog>
  );
}
