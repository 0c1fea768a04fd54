import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { Sample } from '../../api/types.ts';
import { chosen, useCursorList } from '../../shared/cursor-list.ts';

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

/** Received and not tested yet: what no turnaround counts. */
export function useWaitingSamples() {
  return useCursorList<Sample>(['samples', 'waiting'], (cursor) =>
    answerOf(api.GET('/api/v1/samples', { params: { query: chosen({ state: 'received' as const, cursor }) } })),
  );
}
