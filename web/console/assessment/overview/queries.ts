import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
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

export type ConfiguredMap = NonNullable<components['schemas']['DivisionMap']['map']>;

/** The operator's map, which changes only with a new start of the platform. */
export function useConfiguredMap() {
  return useQuery({
    queryKey: ['map'],
    queryFn: () => answerOf(api.GET('/api/v1/map')),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
