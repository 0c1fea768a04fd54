import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import type { PenaltyLaw } from '../../api/types.ts';
import { chosen, useCursorList } from '../../shared/cursor-list.ts';

type ListQuery = NonNullable<paths['/api/v1/penalty-law']['get']['parameters']['query']>;
type NewVersion = paths['/api/v1/penalty-law']['post']['requestBody']['content']['application/json'];
export type LawRow = NewVersion['row'];

const key = 'penalty-law';

// openapi-fetch widens the shares of the table of discretion, pairs, to lists.
type Narrowed = Promise<{ items: PenaltyLaw[]; nextCursor: string | null }>;

export function useLaw(filters: { kind?: string; on?: string }) {
  return useCursorList<PenaltyLaw>(
    [key, 'list', filters],
    (cursor) =>
      answerOf(
        api.GET('/api/v1/penalty-law', { params: { query: chosen({ ...filters, cursor }) as ListQuery } }),
      ) as Narrowed,
  );
}

/** All versions of one row, as the server orders them. */
export function useLawVersions(code: string) {
  return useQuery({
    queryKey: [key, 'versions', code],
    queryFn: async () =>
      (await (answerOf(api.GET('/api/v1/penalty-law/{code}', { params: { path: { code } } })) as Narrowed)).items,
  });
}

export function useSupersedeLaw() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewVersion) => answerOf(api.POST('/api/v1/penalty-law', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: [key] }),
  });
}
