import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import type { Inspection } from '../../api/types.ts';
import { chosen, useCursorList } from '../../shared/cursor-list.ts';

type ListQuery = NonNullable<paths['/api/v1/inspections']['get']['parameters']['query']>;
type Body<Verb extends string> = paths[`/api/v1/inspections/{id}/${Verb}` & keyof paths] extends {
  post: { requestBody: { content: { 'application/json': infer Given } } };
}
  ? Given
  : never;
export type NewInspection = paths['/api/v1/inspections']['post']['requestBody']['content']['application/json'];
export type Submission = Body<'submit'>;

const key = ['inspections'];

export function useInspections(filters: { state?: string; kind?: string; producer?: string; plan?: string }) {
  return useCursorList<Inspection>([...key, 'list', filters], (cursor) =>
    answerOf(api.GET('/api/v1/inspections', { params: { query: chosen({ ...filters, cursor }) as ListQuery } })),
  );
}

export function useInspection(id: string) {
  return useQuery({
    queryKey: [...key, 'one', id],
    queryFn: () => answerOf(api.GET('/api/v1/inspections/{id}', { params: { path: { id } } })),
  });
}

export function useChecklists() {
  return useQuery({
    queryKey: ['checklists'],
    staleTime: 300_000,
    queryFn: () => answerOf(api.GET('/api/v1/checklists')),
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

export function useCreateInspection() {
  return useMutation({
    mutationFn: (body: NewInspection) => answerOf(api.POST('/api/v1/inspections', { body })),
    onSuccess: useForget(),
  });
}

export function useDecideConflict(id: string) {
  return useMutation({
    mutationFn: (body: Body<'decide-conflict'>) =>
      answerOf(api.POST('/api/v1/inspections/{id}/decide-conflict', { params: { path: { id } }, body })),
    onSuccess: useForget(),
  });
}

export type Step =
  | { verb: 'begin'; body: Body<'begin'> }
  | { verb: 'submit'; body: Submission }
  | { verb: 'order-rectification'; body: Body<'order-rectification'> }
  | { verb: 'answer'; body: Body<'answer'> }
  | { verb: 'pass-recheck'; body: Body<'pass-recheck'> }
  | { verb: 'fail-recheck'; body: Body<'fail-recheck'> }
  | { verb: 'close'; body: Body<'close'> };

export function useInspectionStep(id: string) {
  return useMutation({
    mutationFn: ({ verb, body }: Step) =>
      answerOf(api.POST(`/api/v1/inspections/{id}/${verb}`, { params: { path: { id } }, body: body as never })),
    onSuccess: useForget(),
  });
}
