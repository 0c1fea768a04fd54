import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { Standard, StandardChange } from '../../api/types.ts';
import { chosen, useCursorList } from '../../shared/cursor-list.ts';

/** All that was ever loaded, the newest first. */
export function useAllVersions() {
  return useQuery({
    queryKey: ['standards', 'versions'],
    queryFn: async (): Promise<Standard[]> =>
      (await answerOf(api.GET('/api/v1/standards', { params: { query: { superseded: 'true' } } }))).items,
  });
}

export interface Pair {
  code: string;
  from: number;
  toCode: string;
  to: number;
}

export function useComparison(pair: Pair | undefined) {
  return useQuery({
    queryKey: ['standards', 'comparison', pair],
    enabled: pair !== undefined,
    queryFn: () => answerOf(api.GET('/api/v1/standards/comparison', { params: { query: pair as Pair } })),
  });
}

export function useChanges(pair: Pair | undefined, change: StandardChange['change'] | undefined) {
  return useCursorList<StandardChange>(
    ['standards', 'changes', pair, change],
    (cursor) =>
      answerOf(
        api.GET('/api/v1/standards/comparison/changes', {
          params: { query: { ...(pair as Pair), ...chosen({ cursor }), ...(change && { change }) } },
        }),
      ),
    { enabled: pair !== undefined },
  );
}
