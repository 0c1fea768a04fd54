import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import type { WarningTask } from '../../api/types.ts';
import { chosen, useCursorList } from '../../shared/cursor-list.ts';

export type NewTaskBody = paths['/api/v1/warning-tasks']['post']['requestBody']['content']['application/json'];

const tasksKey = ['warning-tasks'];

export interface TaskFilters {
  state?: WarningTask['state'];
  overdue?: 'true' | 'false';
  warning?: string;
}

export function useTasks(filters: TaskFilters) {
  return useCursorList<WarningTask>([...tasksKey, filters], (cursor) =>
    answerOf(api.GET('/api/v1/warning-tasks', { params: { query: { ...filters, ...chosen({ cursor }) } } })),
  );
}

export function useTaskVerbs() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: tasksKey });
  const create = useMutation({
    mutationFn: (body: NewTaskBody) => answerOf(api.POST('/api/v1/warning-tasks', { body })),
    onSettled,
  });
  const complete = useMutation({
    mutationFn: ({ id, outcome }: { id: string; outcome: string }) =>
      answerOf(api.POST('/api/v1/warning-tasks/{id}/complete', { params: { path: { id } }, body: { outcome } })),
    onSettled,
  });
  const withdraw = useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) =>
      answerOf(api.POST('/api/v1/warning-tasks/{id}/withdraw', { params: { path: { id } }, body: { reason } })),
    onSettled,
  });
  return { create, complete, withdraw };
}
