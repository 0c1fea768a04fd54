import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import type { Recall, RecallTask } from '../../api/types.ts';
import { chosen, useCursorList } from '../../shared/cursor-list.ts';

type ListQuery = NonNullable<paths['/api/v1/recalls']['get']['parameters']['query']>;
type TaskQuery = NonNullable<paths['/api/v1/recall-tasks']['get']['parameters']['query']>;
export type NewRecall = paths['/api/v1/recalls']['post']['requestBody']['content']['application/json'];
export type Report = paths['/api/v1/recall-tasks/{id}/report']['post']['requestBody']['content']['application/json'];
export type Check = paths['/api/v1/recall-tasks/{id}/check']['post']['requestBody']['content']['application/json'];

const key = ['recalls'];

export function useRecalls(filters: { state?: string; batch?: string }) {
  return useCursorList<Recall>([...key, 'list', filters], (cursor) =>
    answerOf(api.GET('/api/v1/recalls', { params: { query: chosen({ ...filters, cursor }) as ListQuery } })),
  );
}

export function useRecall(id: string) {
  return useQuery({
    queryKey: [...key, 'one', id],
    queryFn: () => answerOf(api.GET('/api/v1/recalls/{id}', { params: { path: { id } } })),
  });
}

export function useRecallScope(id: string) {
  return useQuery({
    queryKey: [...key, 'scope', id],
    queryFn: () => answerOf(api.GET('/api/v1/recalls/{id}/scope', { params: { path: { id } } })),
  });
}

export function useRecallProgress(id: string) {
  return useQuery({
    queryKey: [...key, 'progress', id],
    queryFn: () => answerOf(api.GET('/api/v1/recalls/{id}/progress', { params: { path: { id } } })),
  });
}

export function useRecallTasks(filters: { recall?: string; state?: string }) {
  return useCursorList<RecallTask>([...key, 'tasks', filters], (cursor) =>
    answerOf(api.GET('/api/v1/recall-tasks', { params: { query: chosen({ ...filters, cursor }) as TaskQuery } })),
  );
}

/** A step of a recall changes its tasks and its batches; a task its recall. */
function useForget() {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({ queryKey: key });
    await client.invalidateQueries({ queryKey: ['batches'] });
  };
}

export function useDraftRecall() {
  return useMutation({
    mutationFn: (body: NewRecall) => answerOf(api.POST('/api/v1/recalls', { body })),
    onSuccess: useForget(),
  });
}

export function useIssueRecall(id: string) {
  return useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/recalls/{id}/issue', { params: { path: { id } } })),
    onSuccess: useForget(),
  });
}

export function useEndRecall(id: string, verb: 'close' | 'cancel') {
  return useMutation({
    mutationFn: (note: string) =>
      answerOf(api.POST(`/api/v1/recalls/{id}/${verb}`, { params: { path: { id } }, body: { note } })),
    onSuccess: useForget(),
  });
}

export function useReceiveTask() {
  return useMutation({
    mutationFn: (id: string) => answerOf(api.POST('/api/v1/recall-tasks/{id}/receive', { params: { path: { id } } })),
    onSuccess: useForget(),
  });
}

export function useReportTask(id: string) {
  return useMutation({
    mutationFn: (body: Report) =>
      answerOf(api.POST('/api/v1/recall-tasks/{id}/report', { params: { path: { id } }, body })),
    onSuccess: useForget(),
  });
}

export function useCheckTask(id: string) {
  return useMutation({
    mutationFn: (body: Check) =>
      answerOf(api.POST('/api/v1/recall-tasks/{id}/check', { params: { path: { id } }, body })),
    onSuccess: useForget(),
  });
}
