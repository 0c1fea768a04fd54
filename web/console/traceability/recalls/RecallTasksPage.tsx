import { Choice } from '../../shared/Choice.tsx';
import { useAddressFilters } from '../../shared/filters/address-filters.ts';
import { Filters } from '../../shared/filters/Filters.tsx';
import { PageHeading } from '../../shared/PageHeading.tsx';
import { TaskTable } from './TaskTable.tsx';
import { taskStates, useRecallTexts, useTaskState } from './texts.ts';

const allowed = { state: taskStates } as const;

/** 召回任务: a producer's own, or all of the division. */
export function RecallTasksPage() {
  const t = useRecallTexts();
  const word = useTaskState();
  const { filters, setFilter, clear } = useAddressFilters<keyof typeof allowed>(allowed);
  return (
    <>
      <PageHeading title={t('tasksTitle')} />
      <Filters>
        <Choice
          label={t('state')}
          value={filters.state}
          options={taskStates.map((value) => ({ value, label: word(value) }))}
          onChange={(value) => setFilter('state', value)}
        />
      </Filters>
      <TaskTable state={filters.state} clear={clear} />
    </>
  );
}
