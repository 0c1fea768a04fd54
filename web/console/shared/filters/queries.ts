import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';

const keyOf = (path: string) => ['saved-views', path];

export function useSavedViews(path: string) {
  return useQuery({
    queryKey: keyOf(path),
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => (await answerOf(api.GET('/api/v1/saved-views', { params: { query: { path } } }))).items,
  });
}

export function useSaveView(path: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (view: { name: string; query: string }) =>
      answerOf(api.POST('/api/v1/saved-views', { body: { path, ...view } })),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(path) }),
  });
}

export function useRemoveView(path: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => answerOf(api.DELETE('/api/v1/saved-views/{id}', { params: { path: { id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(path) }),
  });
}
