import { useAddressFilters } from '../../shared/address-filters.ts';
import { Choice } from '../../shared/Choice.tsx';
import { PageHeading } from '../../shared/PageHeading.tsx';
import { useSharedTexts } from '../../shared/texts-shared.ts';
import { TaskTable } from './TaskTable.tsx';
import { taskStates, useRecallTexts, useTaskState } from './texts.ts';

const allowed = { state: taskStates } as const;

/** 召回任务: a producer's own, or all of the division. */
export function RecallTasksPage() {
  const t = useRecallTexts();
  const shared = useSharedTexts();
  const word = useTaskState();
  const { filters, setFilter, clear } = useAddressFilters<keyof typeof allowed>(allowed);
  return (
    <>
      <PageHeading title={t('tasksTitle')} />
      <search className="filters" aria-label={shared('filters')}>
        <Choice
          label={t('state')}
          value={filters.state}
          options={taskStates.map((value) => ({ value, label: word(value) }))}
          onChange={(value) => setFilter('state', value)}
        />
      </search>
      <TaskTable state={filters.state} clear={clear} />
    </>
  );
}
