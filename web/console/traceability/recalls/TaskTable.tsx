import { App, Space } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import type { RecallTask } from '../../api/types.ts';
import { useMay } from '../../identity/session.ts';
import { DataTable, EmptyText } from '../../shared/DataTable.tsx';
import { writeQuantity } from '../../shared/format.ts';
import { Time } from '../../shared/Time.tsx';
import { useLanguage } from '../../shared/texts.ts';
import { VerbButton } from '../../shared/VerbButton.tsx';
import { useRecallTasks, useReceiveTask } from './queries.ts';
import { TaskChip } from './RecallChip.tsx';
import { useRecallTexts } from './texts.ts';

const ReportDialog = lazy(async () => ({ default: (await import('./TaskDialogs.tsx')).ReportDialog }));
const CheckDialog = lazy(async () => ({ default: (await import('./TaskDialogs.tsx')).CheckDialog }));

interface Props {
  /** Of one recall alone. */
  recall?: string;
  state?: string | undefined;
  clear?: () => void;
}

/** What each holder was asked, has answered, and may do now. */
export function TaskTable({ recall, state, clear }: Props) {
  const t = useRecallTexts();
  const may = useMay();
  const { message } = App.useApp();
  const list = useRecallTasks({ ...(recall && { recall }), ...(state && { state }) });
  const receive = useReceiveTask();
  const [asked, setAsked] = useState<{ verb: 'report' | 'check'; task: RecallTask } | null>(null);
  const close = () => setAsked(null);
  return (
    <>
      <DataTable
        caption={t('tasksTitle')}
        testId="recall-task-row"
        rows={list.items}
        rowKey={({ id }) => id}
        list={list}
        empty={<EmptyText filtered={state !== undefined} {...(clear && { clear })} nothing={t('noTasks')} />}
        columns={[
          { key: 'holder', title: t('holder'), names: true, render: ({ producerName }) => producerName },
          ...(recall
            ? []
            : [
                {
                  key: 'recall',
                  title: t('recall'),
                  render: ({ recallId, recallNumber, reason, instruction }: RecallTask) => (
                    <>
                      {may('recalls:read') ? <Link to={`/recalls/${recallId}`}>{recallNumber}</Link> : recallNumber}
                      <div className="under">
                        {reason} · {instruction}
                      </div>
                    </>
                  ),
                },
              ]),
          { key: 'batches', title: t('batch'), render: (task) => <Batches task={task} /> },
          { key: 'state', title: t('state'), render: (task) => <TaskChip state={task.state} /> },
          {
            key: 'received',
            title: t('receivedAt'),
            render: ({ receivedAt }) => receivedAt && <Time at={receivedAt} />,
          },
          {
            key: 'reported',
            title: t('reportedAt'),
            render: ({ reportedAt }) => reportedAt && <Time at={reportedAt} />,
          },
          { key: 'check', title: t('check'), render: (task) => <CheckWords task={task} /> },
          {
            key: 'do',
            title: '',
            render: (task) => (
              <Space size="small" wrap>
                <VerbButton
                  verb="receive"
                  record={task}
                  loading={receive.isPending && receive.variables === task.id}
                  onClick={() => receive.mutate(task.id, { onSuccess: () => message.success(t('done')) })}
                >
                  {t('receive')}
                </VerbButton>
                <VerbButton verb="report" record={task} onClick={() => setAsked({ verb: 'report', task })}>
                  {t('report')}
                </VerbButton>
                <VerbButton verb="check" record={task} onClick={() => setAsked({ verb: 'check', task })}>
                  {t('check')}
                </VerbButton>
              </Space>
            ),
          },
        ]}
      />
      <Suspense>
        {asked?.verb === 'report' && <ReportDialog task={asked.task} onClose={close} />}
        {asked?.verb === 'check' && <CheckDialog task={asked.task} onClose={close} />}
      </Suspense>
    </>
  );
}

function Batches({ task }: { task: RecallTask }) {
  const t = useRecallTexts();
  const language = useLanguage();
  const told = ({ account, quantity: { unit } }: RecallTask['batches'][number]) =>
    account &&
    (['onHand', 'returned', 'destroyed', 'sold'] as const)
      .map((name) => `${t(name)} ${writeQuantity({ value: account[name], unit }, language)}`)
      .join(' · ');
  return task.batches.map((line) => (
    <div key={line.code}>
      {line.code} · {writeQuantity(line.quantity, language)}
      {line.containers.length > 0 && (
        <div className="under">
          {t('containers')} {line.containers.join(' ')}
        </div>
      )}
      {line.account && <div className="under">{told(line)}</div>}
    </div>
  ));
}

function CheckWords({ task: { drawn, check } }: { task: RecallTask }) {
  const t = useRecallTexts();
  if (!check) return t(drawn ? 'drawn' : 'notDrawn');
  return (
    <>
      {t(check.effective ? 'wasEffective' : 'notEffective')}
      <div className="under">
        {check.by} <Time at={check.at} /> {check.note}
      </div>
    </>
  );
}
