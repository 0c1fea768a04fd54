import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import type { WarningDryRun } from '../../api/types.ts';
import { chosen, useCursorList } from '../../shared/cursor-list.ts';

type Body = paths['/api/v1/warning-dry-runs']['post']['requestBody']['content']['application/json'];
export type TriedRule = Body['rule'];

const key = ['warning-dry-runs'];
const askEveryMs = 1_000;

export function useDryRuns() {
  return useCursorList<WarningDryRun>([...key, 'list'], (cursor) =>
    answerOf(api.GET('/api/v1/warning-dry-runs', { params: { query: chosen({ cursor }) } })),
  );
}

/** Asked anew while it runs. */
export function useDryRun(id: string | undefined) {
  return useQuery({
    queryKey: [...key, id],
    enabled: id !== undefined,
    queryFn: () => answerOf(api.GET('/api/v1/warning-dry-runs/{id}', { params: { path: { id: id ?? '' } } })),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? askEveryMs : false),
  });
}

export function useDryRunVerbs() {
  const client = useQueryClient();
  const onSuccess = (run: WarningDryRun) => {
    client.setQueryData([...key, run.id], run);
    return client.invalidateQueries({ queryKey: [...key, 'list'] });
  };
  const start = useMutation({
    mutationFn: (body: Body) => answerOf(api.POST('/api/v1/warning-dry-runs', { body })),
    onSuccess,
  });
  const cancel = useMutation({
    mutationFn: (id: string) =>
      answerOf(api.POST('/api/v1/warning-dry-runs/{id}/cancel', { params: { path: { id } }, body: {} })),
    onSuccess,
  });
  return { start, cancel };
}
