import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import type { WaitingSample } from '../../api/types.ts';
import { chosen, useCursorList } from '../../shared/cursor-list.ts';

type WaitingQuery = NonNullable<paths['/api/v1/samples/waiting']['get']['parameters']['query']>;

export interface TurnaroundFilters {
  /** The first month, `2026-05`. */
  since: string;
  laboratory?: string;
  method?: string;
  withinHours?: string;
}

export function useTurnaround({ since, laboratory, method, withinHours }: TurnaroundFilters) {
  const query = {
    from: `${since}-01T00:00:00+08:00`,
    ...(laboratory && { laboratory }),
    ...(method && { method }),
    ...(withinHours && { withinHours: Number(withinHours) }),
  };
  return useQuery({
    queryKey: ['turnaround', query],
    queryFn: () => answerOf(api.GET('/api/v1/test-turnaround', { params: { query } })),
  });
}

/** Not reported on yet: what no turnaround counts. */
export function useWaitingSamples(filters: { state?: string; laboratory?: string }) {
  return useCursorList<WaitingSample>(['samples', 'waiting', filters], (cursor) =>
    answerOf(api.GET('/api/v1/samples/waiting', { params: { query: chosen({ ...filters, cursor }) as WaitingQuery } })),
  );
}
