import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import type { InspectionPlan } from '../../api/types.ts';
import { chosen, useCursorList } from '../../shared/cursor-list.ts';

type ListQuery = NonNullable<paths['/api/v1/inspection-plans']['get']['parameters']['query']>;
export type NewPlan = paths['/api/v1/inspection-plans']['post']['requestBody']['content']['application/json'];

const key = ['inspection-plans'];

export function usePlans(filters: { kind?: string; year?: string; quarter?: string; state?: string }) {
  return useCursorList<InspectionPlan>([...key, 'list', filters], (cursor) =>
    answerOf(
      api.GET('/api/v1/inspection-plans', {
        params: { query: chosen({ ...filters, cursor }) as unknown as ListQuery },
      }),
    ),
  );
}

export function usePlan(id: string) {
  return useQuery({
    queryKey: [...key, 'one', id],
    queryFn: () => answerOf(api.GET('/api/v1/inspection-plans/{id}', { params: { path: { id } } })),
  });
}

function useForget() {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({ queryKey: key });
    await client.invalidateQueries({ queryKey: ['inspections'] });
  };
}

export function useCreatePlan() {
  return useMutation({
    mutationFn: (body: NewPlan) => answerOf(api.POST('/api/v1/inspection-plans', { body })),
    onSuccess: useForget(),
  });
}

export function useDrawPlan(id: string) {
  return useMutation({
    mutationFn: (body: { seed?: string; seedSource?: string }) =>
      answerOf(api.POST('/api/v1/inspection-plans/{id}/draw', { params: { path: { id } }, body })),
    onSuccess: useForget(),
  });
}

/** Computes the draw anew on the server, when somebody asks. */
export function useCheckDraw(id: string) {
  return useMutation({
    mutationFn: () => answerOf(api.GET('/api/v1/inspection-plans/{id}/draw-check', { params: { path: { id } } })),
  });
}
