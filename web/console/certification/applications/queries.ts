import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import type { CertificationApplication } from '../../api/types.ts';
import { chosen, useCursorList } from '../../shared/cursor-list.ts';

type ListQuery = NonNullable<paths['/api/v1/certification-applications']['get']['parameters']['query']>;
export type NewApplication =
  paths['/api/v1/certification-applications']['post']['requestBody']['content']['application/json'];
export type Change =
  paths['/api/v1/certification-applications/{id}/change']['post']['requestBody']['content']['application/json'];

const key = ['certification-applications'];

export function useApplications(filters: { state?: string; scheme?: string; number?: string }) {
  return useCursorList<CertificationApplication>([...key, 'list', filters], (cursor) =>
    answerOf(
      api.GET('/api/v1/certification-applications', {
        params: { query: chosen({ ...filters, cursor }) as ListQuery },
      }),
    ),
  );
}

export function useApplication(id: string) {
  return useQuery({
    queryKey: [...key, 'one', id],
    queryFn: () => answerOf(api.GET('/api/v1/certification-applications/{id}', { params: { path: { id } } })),
  });
}

export function useSchemes() {
  return useQuery({
    queryKey: ['certification-schemes'],
    staleTime: 300_000,
    queryFn: () => answerOf(api.GET('/api/v1/certification-schemes')),
  });
}

/** After a step the deadlines of the record have changed too. */
function useForget() {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({ queryKey: key });
    await client.invalidateQueries({ queryKey: ['deadlines'] });
  };
}

export function useCreateApplication() {
  return useMutation({
    mutationFn: (body: NewApplication) => answerOf(api.POST('/api/v1/certification-applications', { body })),
    onSuccess: useForget(),
  });
}

export const applicationVerbs = [
  'submit',
  'accept',
  'return',
  'review',
  'check',
  'grant',
  'refuse',
  'recuse',
  'withdraw',
] as const;
export type ApplicationVerb = (typeof applicationVerbs)[number];

export type Step =
  | { verb: 'change'; body: Change }
  | { verb: 'submit' | 'accept'; body: Record<string, never> }
  | { verb: 'review' | 'check'; body: { passed: boolean; note: string } }
  | { verb: 'return' | 'grant' | 'refuse' | 'recuse' | 'withdraw'; body: { reason: string } };

export function useApplicationStep(id: string) {
  return useMutation({
    mutationFn: ({ verb, body }: Step) =>
      answerOf(
        api.POST(`/api/v1/certification-applications/{id}/${verb}`, {
          params: { path: { id } },
          body: body as never,
        }),
      ),
    onSuccess: useForget(),
  });
}
