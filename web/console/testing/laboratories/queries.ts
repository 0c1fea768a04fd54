import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import type { Laboratory } from '../../api/types.ts';
import { chosen, useCursorList } from '../../shared/cursor-list.ts';

type Registered = paths['/api/v1/laboratories']['post']['requestBody']['content']['application/json'];

const key = ['laboratories'];

export function useLaboratories(filters: { laboratory?: string }) {
  return useCursorList<Laboratory>([...key, filters], (cursor) =>
    answerOf(api.GET('/api/v1/laboratories', { params: { query: chosen({ ...filters, cursor }) } })),
  );
}

export function useRegisterLaboratory() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Registered) => answerOf(api.POST('/api/v1/laboratories', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  });
}
