import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import type { NonconformitySummary } from '../../api/types.ts';
import { chosen, useCursorList } from '../../shared/cursor-list.ts';

type ListQuery = NonNullable<paths['/api/v1/nonconformities']['get']['parameters']['query']>;

const key = ['nonconformities'];

export function useNonconformities(filters: { state?: string; cause?: string; laboratory?: string; sample?: string }) {
  return useCursorList<NonconformitySummary>([...key, 'list', filters], (cursor) =>
    answerOf(api.GET('/api/v1/nonconformities', { params: { query: chosen({ ...filters, cursor }) as ListQuery } })),
  );
}

export function useNonconformity(id: string) {
  return useQuery({
    queryKey: [...key, 'one', id],
    queryFn: () => answerOf(api.GET('/api/v1/nonconformities/{id}', { params: { path: { id } } })),
  });
}

export type Step =
  | { verb: 'confirm' | 'set-aside'; body: { resultIds: string[]; reason: string } }
  | { verb: 'assess'; body: { significance: string; action: string; customers?: string } }
  | { verb: 'close'; body: { reason: string } };

export function useNonconformityStep(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ verb, body }: Step) =>
      answerOf(api.POST(`/api/v1/nonconformities/{id}/${verb}`, { params: { path: { id } }, body: body as never })),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  });
}
