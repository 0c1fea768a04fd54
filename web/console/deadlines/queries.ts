import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.ts';
import type { paths } from '../api/schema.d.ts';
import type { Deadline } from '../api/types.ts';
import { chosen, useCursorList } from '../shared/cursor-list.ts';

type ListQuery = NonNullable<paths['/api/v1/deadlines']['get']['parameters']['query']>;

const deadlinesKey = ['deadlines'];
const feedsKey = ['calendar-feeds'];

/** The most urgent first, so those that are overdue come before all others. */
export function useDeadlines(filters: { mine?: string; open?: string; state?: string }) {
  return useCursorList<Deadline>([...deadlinesKey, filters], (cursor) =>
    answerOf(api.GET('/api/v1/deadlines', { params: { query: chosen({ ...filters, cursor }) as ListQuery } })),
  );
}

/** The deadlines that run for one record. */
export function useDeadlinesOf(resource: string, record: string, enabled = true) {
  return useQuery({
    queryKey: [...deadlinesKey, resource, record],
    enabled,
    queryFn: () => answerOf(api.GET('/api/v1/deadlines', { params: { query: { resource, record, open: 'true' } } })),
  });
}

export function useDeadline(id: string) {
  return useQuery({
    queryKey: [...deadlinesKey, id],
    queryFn: () => answerOf(api.GET('/api/v1/deadlines/{id}', { params: { path: { id } } })),
  });
}

export type DeadlineVerb = 'extend' | 'suspend' | 'resume';

export function useMoveDeadline(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ verb, ...body }: { verb: DeadlineVerb; reason: string; amount?: number; until?: string }) =>
      answerOf(api.POST(`/api/v1/deadlines/{id}/${verb}`, { params: { path: { id } }, body })),
    onSuccess: () => client.invalidateQueries({ queryKey: deadlinesKey }),
  });
}

export function useCalendarFeeds() {
  return useQuery({ queryKey: feedsKey, queryFn: () => answerOf(api.GET('/api/v1/calendar-feeds')) });
}

export function useFeedVerbs() {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: feedsKey });
  const create = useMutation({
    mutationFn: (body: { name: string; language: 'zh' | 'en' }) =>
      answerOf(api.POST('/api/v1/calendar-feeds', { body })),
    onSuccess,
  });
  const revoke = useMutation({
    mutationFn: (id: string) => answerOf(api.DELETE('/api/v1/calendar-feeds/{id}', { params: { path: { id } } })),
    onSuccess,
  });
  return { create, revoke };
}
