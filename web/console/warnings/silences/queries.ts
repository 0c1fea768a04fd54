import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import type { WarningSilence } from '../../api/types.ts';
import { chosen, useCursorList } from '../../shared/cursor-list.ts';

export type NewSilenceBody = paths['/api/v1/warning-silences']['post']['requestBody']['content']['application/json'];

const silencesKey = ['warning-silences'];

export function useSilences(filters: { inForce?: 'true' | 'false' }) {
  return useCursorList<WarningSilence>([...silencesKey, filters], (cursor) =>
    answerOf(api.GET('/api/v1/warning-silences', { params: { query: { ...filters, ...chosen({ cursor }) } } })),
  );
}

export function useSilenceVerbs() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: silencesKey });
  const create = useMutation({
    mutationFn: (body: NewSilenceBody) => answerOf(api.POST('/api/v1/warning-silences', { body })),
    onSettled,
  });
  const end = useMutation({
    mutationFn: (id: string) =>
      answerOf(api.POST('/api/v1/warning-silences/{id}/end', { params: { path: { id } }, body: {} })),
    onSettled,
  });
  return { create, end };
}
