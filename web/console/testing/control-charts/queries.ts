import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import type { ControlCriterion } from '../../api/types.ts';
import { chosen, useCursorList } from '../../shared/cursor-list.ts';

type ListQuery = NonNullable<paths['/api/v1/control-criteria']['get']['parameters']['query']>;

export function useControlCriteria(filters: { kind?: string; analyte?: string; method?: string }) {
  return useCursorList<ControlCriterion>(['control-criteria', filters], (cursor) =>
    answerOf(api.GET('/api/v1/control-criteria', { params: { query: chosen({ ...filters, cursor }) as ListQuery } })),
  );
}

/** What counts until a laboratory sets its own. */
export function useDefaultCriteria() {
  return useQuery({
    queryKey: ['control-criteria', 'defaults'],
    queryFn: async () => (await answerOf(api.GET('/api/v1/control-criteria/defaults'))).items,
  });
}

export function useControlChart(id: string | undefined) {
  return useQuery({
    queryKey: ['control-criteria', 'chart', id],
    enabled: id !== undefined,
    queryFn: () => answerOf(api.GET('/api/v1/control-criteria/{id}/chart', { params: { path: { id: id ?? '' } } })),
  });
}
