import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import { chosen } from '../../shared/cursor-list.ts';

export interface OverviewFilters {
  division?: string;
  planKind?: string;
}

type Query = NonNullable<Parameters<typeof api.GET<'/api/v1/overview', Record<string, never>>>[1]>['params'];

/** Counted anew each minute while somebody looks. */
export function useOverview(filters: OverviewFilters) {
  return useQuery({
    queryKey: ['overview', filters],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/overview', { params: { query: chosen({ ...filters }) } as unknown as NonNullable<Query> }),
      ),
    refetchInterval: 60_000,
  });
}
