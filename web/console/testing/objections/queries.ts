import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import type { Objection } from '../../api/types.ts';
import { chosen, useCursorList } from '../../shared/cursor-list.ts';

type ListQuery = NonNullable<paths['/api/v1/objections']['get']['parameters']['query']>;

const key = ['objections'];

export function useObjections(filters: { state?: string }) {
  return useCursorList<Objection>([...key, 'list', filters], (cursor) =>
    answerOf(api.GET('/api/v1/objections', { params: { query: chosen({ ...filters, cursor }) as ListQuery } })),
  );
}

export function useObjection(id: string) {
  return useQuery({
    queryKey: [...key, 'one', id],
    queryFn: () => answerOf(api.GET('/api/v1/objections/{id}', { params: { path: { id } } })),
  });
}

export const objectionVerbs = ['accept', 'refuse', 'appoint', 'receive-sample', 'decide', 'withdraw'] as const;
export type ObjectionVerb = (typeof objectionVerbs)[number];

/** After a step the deadlines of the record have changed too. */
export function useObjectionStep(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ verb, body }: { verb: ObjectionVerb; body: object }) =>
      answerOf(api.POST(`/api/v1/objections/{id}/${verb}`, { params: { path: { id } }, body: body as never })),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: key });
      await client.invalidateQueries({ queryKey: ['deadlines'] });
    },
  });
}
