import { Form, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { WarningTask } from '../../api/types.ts';
import { Division } from '../../producers/Division.tsx';
import { Chip, type Tone } from '../../shared/Chip.tsx';
import { Choice } from '../../shared/Choice.tsx';
import { DataTable, EmptyText } from '../../shared/DataTable.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { useAddressFilters } from '../../shared/filters/address-filters.ts';
import { Filters } from '../../shared/filters/Filters.tsx';
import { PageHeading } from '../../shared/PageHeading.tsx';
import { People } from '../../shared/People.tsx';
import { ReasonDialog } from '../../shared/ReasonDialog.tsx';
import { Time } from '../../shared/Time.tsx';
import { useBilingual } from '../../shared/texts.ts';
import { useSharedTexts } from '../../shared/texts-shared.ts';
import { VerbButton } from '../../shared/VerbButton.tsx';
import { LevelChip } from '../LevelChip.tsx';
import { type TaskFilters, useTasks, useTaskVerbs } from './queries.ts';
import { taskStates, useTaskState, useTasksTexts } from './texts.ts';

type Verb = 'complete' | 'withdraw';

const tones: Record<WarningTask['state'], Tone> = { open: 'busy', done: 'good', withdrawn: 'neutral' };
const allowed = { state: taskStates, overdue: ['true'] } as const;

/** Who must do what by when, about which warning. */
export function TasksPage() {
  const t = useTasksTexts();
  const shared = useSharedTexts();
  const bilingual = useBilingual();
  const state = useTaskState();
  const { filters, setFilter, clear, any } = useAddressFilters<'state' | 'overdue'>(allowed);
  const list = useTasks(filters as TaskFilters);
  const { complete, withdraw } = useTaskVerbs();
  const [asked, setAsked] = useState<{ task: WarningTask; verb: Verb } | null>(null);
  return (
    <>
      <PageHeading title={t('title')} />
      <p className="note">{t('hint')}</p>
      <Filters>
        <Choice
          label={t('state')}
          value={filters.state}
          options={taskStates.map((value) => ({ value, label: state(value) }))}
          onChange={(value) => setFilter('state', value)}
        />
        <Choice
          label={t('onlyOverdue')}
          value={filters.overdue}
          options={[{ value: 'true', label: t('yes') }]}
          onChange={(value) => setFilter('overdue', value)}
        />
      </Filters>
      <DataTable
        caption={t('title')}
        testId="task-row"
        rows={list.items}
        rowKey={({ id }) => id}
        list={list}
        empty={<EmptyText filtered={any} clear={clear} nothing={t('none')} />}
        columns={[
          {
            key: 'what',
            title: t('what'),
            names: true,
            render: ({ what, outcome }) => (
              <>
                {what}
                {outcome && (
                  <div className="under">
                    {t('outcome')}: {outcome}
                  </div>
                )}
              </>
            ),
          },
          {
            key: 'warning',
            title: t('warning'),
            render: ({ warningId, title, level }) => (
              <>
                <LevelChip level={level} /> <Link to={`/warnings?show=${warningId}`}>{bilingual(title)}</Link>
              </>
            ),
          },
          {
            key: 'who',
            title: t('who'),
            render: ({ divisionCode, divisionName, assignee }) => (
              <>
                <Division code={divisionCode} name={divisionName} />
                {assignee && (
                  <div className="under">
                    <People usernames={[assignee]} />
                  </div>
                )}
              </>
            ),
          },
          {
            key: 'due',
            title: t('due'),
            render: ({ dueAt, overdue }) => (
              <>
                <Time at={dueAt} /> {overdue && <Chip tone="bad">{t('overdue')}</Chip>}
              </>
            ),
          },
          {
            key: 'state',
            title: t('state'),
            render: (task) => <Chip tone={tones[task.state]}>{state(task.state)}</Chip>,
          },
          {
            key: 'verbs',
            title: t('steps'),
            render: (task) =>
              task.state === 'open' && (
                <div className="drawer-verbs">
                  {(['complete', 'withdraw'] as const).map((verb) => (
                    <VerbButton key={verb} verb={verb} record={task} onClick={() => setAsked({ task, verb })}>
                      {t(verb)}
                    </VerbButton>
                  ))}
                </div>
              ),
          },
        ]}
      />
      {asked?.verb === 'complete' && (
        <FormDialog<{ outcome: string }>
          open
          title={t('complete')}
          submitText={t('complete')}
          onClose={() => setAsked(null)}
          onSubmit={({ outcome }) => complete.mutateAsync({ id: asked.task.id, outcome })}
        >
          <Form.Item
            name="outcome"
            label={t('outcome')}
            rules={[{ required: true, whitespace: true, message: shared('required') }]}
          >
            <Input.TextArea autoFocus rows={3} maxLength={500} />
          </Form.Item>
        </FormDialog>
      )}
      {asked?.verb === 'withdraw' && (
        <ReasonDialog
          title={t('withdraw')}
          onClose={() => setAsked(null)}
          onReason={({ reason }) => withdraw.mutateAsync({ id: asked.task.id, reason })}
        />
      )}
    </>
  );
}
