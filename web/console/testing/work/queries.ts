import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';

export function useWorkList(unassigned: boolean) {
  return useQuery({
    queryKey: ['samples', 'work', unassigned],
    queryFn: () =>
      answerOf(api.GET('/api/v1/work-list', { params: { query: unassigned ? { unassigned: 'true' } : {} } })),
    refetchInterval: 60_000,
  });
}
