import { type InfiniteData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.ts';
import type { Page, Warning } from '../api/types.ts';
import { chosen, useCursorList } from '../shared/cursor-list.ts';
import { mergeWarning, type WarningFilters } from './merge.ts';

export const warningsKey = ['warnings'] as const;

export const warningsListKey = (filters: WarningFilters) => [...warningsKey, 'list', filters] as const;

export const warningKey = (id: string) => ['warning', id] as const;

type Query = NonNullable<Parameters<typeof api.GET<'/api/v1/warnings', Record<string, never>>>[1]>['params'];

export function useWarnings(filters: WarningFilters) {
  return useCursorList<Warning>(warningsListKey(filters), (cursor) =>
    answerOf(
      api.GET('/api/v1/warnings', {
        params: { query: chosen({ ...filters, cursor }) } as unknown as NonNullable<Query>,
      }),
    ),
  );
}

export function useWarning(id: string) {
  return useQuery({
    queryKey: warningKey(id),
    queryFn: () => answerOf(api.GET('/api/v1/warnings/{id}', { params: { path: { id } } })),
  });
}

/** Takes a changed warning into every list that shows it, and into its own page. */
export function useTakeIn() {
  const client = useQueryClient();
  return (warning: Warning) => {
    client.setQueryData(warningKey(warning.id), warning);
    client.setQueriesData<InfiniteData<Page<Warning>>>({ queryKey: [...warningsKey, 'list'] }, (data) => {
      const shown = data?.pages.some(({ items }) => items.some(({ id }) => id === warning.id));
      return data && shown ? { ...data, pages: mergeWarning(data.pages, warning) } : data;
    });
  };
}

/** Shown as done at once; put back if the server refuses. */
export function useAcknowledge() {
  const takeIn = useTakeIn();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (warning: Warning) =>
      answerOf(api.POST('/api/v1/warnings/{id}/acknowledge', { params: { path: { id: warning.id } }, body: {} })),
    onMutate: (warning) =>
      takeIn({ ...warning, state: 'acknowledged', allowed: warning.allowed.filter((verb) => verb !== 'acknowledge') }),
    onSuccess: takeIn,
    onError: () => client.invalidateQueries({ queryKey: warningsKey }),
  });
}

export type Step = { id: string } & (
  | { verb: 'resolve'; measure: string }
  | { verb: 'dismiss'; reason: string }
  | { verb: 'handle' | 'close' | 'withdraw-acknowledgement' }
);

function send({ id, ...step }: Step): Promise<Warning> {
  const params = { path: { id } };
  switch (step.verb) {
    case 'resolve':
      return answerOf(api.POST('/api/v1/warnings/{id}/resolve', { params, body: { measure: step.measure } }));
    case 'dismiss':
      return answerOf(api.POST('/api/v1/warnings/{id}/dismiss', { params, body: { reason: step.reason } }));
    case 'handle':
      return answerOf(api.POST('/api/v1/warnings/{id}/handle', { params, body: {} }));
    case 'close':
      return answerOf(api.POST('/api/v1/warnings/{id}/close', { params, body: {} }));
    case 'withdraw-acknowledgement':
      return answerOf(api.POST('/api/v1/warnings/{id}/withdraw-acknowledgement', { params, body: {} }));
  }
}

/** Takes a step of the life cycle; what it changed is shown once the server has said so. */
export function useStep() {
  const takeIn = useTakeIn();
  return useMutation({ mutationFn: send, onSuccess: takeIn });
}

/** Acknowledges many at once; what came of each is in the answer. */
export function useAcknowledgeAll() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ids: string[]) => answerOf(api.POST('/api/v1/warnings/acknowledge', { body: { ids } })),
    onSettled: () => client.invalidateQueries({ queryKey: warningsKey }),
  });
}
