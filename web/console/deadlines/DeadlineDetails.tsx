import { App, Button, Form, Input, InputNumber, Skeleton } from 'antd';
import { useState } from 'react';
import type { Deadline } from '../api/types.ts';
import { useRoleName } from '../identity/roles.ts';
import { Facts } from '../shared/Facts.tsx';
import { People } from '../shared/People.tsx';
import { ProblemNote } from '../shared/ProblemNote.tsx';
import { ReasonDialog } from '../shared/ReasonDialog.tsx';
import { Section } from '../shared/Section.tsx';
import { Time } from '../shared/Time.tsx';
import { TimeLeft } from '../shared/TimeLeft.tsx';
import { useBilingual } from '../shared/texts.ts';
import { useSharedTexts } from '../shared/texts-shared.ts';
import { VerbButton } from '../shared/VerbButton.tsx';
import { type DeadlineVerb, useDeadline, useMoveDeadline } from './queries.ts';
import { RecordLink } from './RecordLink.tsx';
import { useDeadlinesTexts, useUnit } from './texts.ts';

const verbs: DeadlineVerb[] = ['extend', 'suspend', 'resume'];

/** One deadline: from when, for whom, and each extension and suspension with its reason. */
export function DeadlineDetails({ id, onClose }: { id: string; onClose(): void }) {
  const t = useDeadlinesTexts();
  const bilingual = useBilingual();
  const role = useRoleName();
  const [asked, setAsked] = useState<DeadlineVerb | null>(null);
  const { data: deadline, error, refetch } = useDeadline(id);
  const close = <Button onClick={onClose}>{t('close')}</Button>;
  if (!deadline)
    return (
      <Section title={t('details')} actions={close}>
        {error ? <ProblemNote error={error} retry={() => refetch()} /> : <Skeleton active />}
      </Section>
    );
  const { usernames, role: responsible } = deadline.responsible;
  return (
    <Section title={bilingual(deadline.title)} actions={close}>
      <Facts
        facts={[
          [t('record'), <RecordLink key="record" deadline={deadline} />],
          [t('left'), <TimeLeft key="left" due={deadline} />],
          [t('startedAt'), <Time key="from" at={deadline.startedAt} />],
          [t('dueAt'), <Time key="due" at={deadline.dueAt} />],
          [
            t('responsible'),
            usernames ? <People key="people" usernames={usernames} /> : responsible && role(responsible),
          ],
          [t('consequence'), deadline.consequence && bilingual(deadline.consequence)],
        ]}
      />
      <h3>{t('changes')}</h3>
      {deadline.changes.length === 0 && <p>{t('noChanges')}</p>}
      <ul className="history">
        {deadline.changes.map((change) => (
          <li key={change.at}>
            <strong>{t(change.verb)}</strong> · {change.by} · <Time at={change.at} />
            <div className="under">
              <Moved change={change} />
            </div>
            <div className="under">{change.reason}</div>
          </li>
        ))}
      </ul>
      <div className="drawer-verbs">
        {verbs.map((verb) => (
          <VerbButton key={verb} verb={verb} record={deadline} onClick={() => setAsked(verb)}>
            {t(verb)}
          </VerbButton>
        ))}
      </div>
      {asked && <MoveDialog deadline={deadline} verb={asked} onClose={() => setAsked(null)} />}
    </Section>
  );
}

function Moved({ change: { oldDue, newDue } }: { change: Deadline['changes'][number] }) {
  return (
    <>
      <Time at={oldDue} />
      {newDue && (
        <>
          {' → '}
          <Time at={newDue} />
        </>
      )}
    </>
  );
}

interface Values {
  amount?: number;
  until?: string;
}

function MoveDialog({ deadline, verb, onClose }: { deadline: Deadline; verb: DeadlineVerb; onClose(): void }) {
  const t = useDeadlinesTexts();
  const shared = useSharedTexts();
  const unit = useUnit();
  const { message } = App.useApp();
  const move = useMoveDeadline(deadline.id);
  const required = [{ required: true, message: shared('required') }];
  return (
    <ReasonDialog<Values>
      title={t(verb)}
      onClose={onClose}
      onReason={async ({ reason, amount, until }) => {
        await move.mutateAsync({
          verb,
          reason,
          ...(amount !== undefined && { amount }),
          ...(until && { until: new Date(until).toISOString() }),
        });
        message.success(t('done'));
      }}
    >
      {verb === 'extend' && deadline.unit && (
        <Form.Item name="amount" label={t('amount', { unit: unit(deadline.unit) })} rules={required}>
          <InputNumber min={1} max={1000} precision={0} />
        </Form.Item>
      )}
      {verb === 'extend' && !deadline.unit && (
        <Form.Item name="until" label={t('until')} rules={required}>
          <Input type="datetime-local" />
        </Form.Item>
      )}
    </ReasonDialog>
  );
}
