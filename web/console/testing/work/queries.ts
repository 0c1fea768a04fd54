import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';

export function useWorkList(unassigned: boolean) {
  return useQuery({
    queryKey: ['samples', 'work', unassigned],
    queryFn: () =>
      answerOf(api.GET('/api/v1/work-list', { params: { query: unassigned ? { unassigned: 'true' } : {} } })),
    refetchInterval: 60_000,
  });
}

/** Takes an open test that nobody has. */
export function useTakeTest() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ sampleId, testId }: { sampleId: string; testId: string }) =>
      answerOf(api.POST('/api/v1/samples/{id}/take', { params: { path: { id: sampleId } }, body: { testId } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['samples'] }),
  });
}
