import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.ts';
import type { paths } from '../api/schema.d.ts';
import type { ConformityCertificate } from '../api/types.ts';
import { chosen, useCursorList } from '../shared/cursor-list.ts';

type ListQuery = NonNullable<paths['/api/v1/conformity-certificates']['get']['parameters']['query']>;
export type NewConformity =
  paths['/api/v1/conformity-certificates']['post']['requestBody']['content']['application/json'];
export type ConformityEnd = 'void' | 'withdraw';

export function useConformityList(filters: { batch?: string; state?: string; number?: string }, enabled = true) {
  return useCursorList<ConformityCertificate>(
    ['conformity-certificates', 'list', filters],
    (cursor) =>
      answerOf(
        api.GET('/api/v1/conformity-certificates', { params: { query: chosen({ ...filters, cursor }) as ListQuery } }),
      ),
    { enabled },
  );
}

/** Whether one could be issued now, and what stands against it. */
export function useReadiness(batch: string) {
  return useQuery({
    queryKey: ['conformity-certificates', 'readiness', batch],
    queryFn: () => answerOf(api.GET('/api/v1/conformity-certificates/readiness', { params: { query: { batch } } })),
  });
}

function useForget() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['conformity-certificates'] });
}

export function useIssueConformity() {
  return useMutation({
    mutationFn: (body: NewConformity) => answerOf(api.POST('/api/v1/conformity-certificates', { body })),
    onSuccess: useForget(),
  });
}

export function useEndConformity(id: string, verb: ConformityEnd) {
  return useMutation({
    mutationFn: (reason: string) =>
      answerOf(
        api.POST(`/api/v1/conformity-certificates/{id}/${verb}`, { params: { path: { id } }, body: { reason } }),
      ),
    onSuccess: useForget(),
  });
}
