import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.ts';
import type { paths } from '../api/schema.d.ts';
import type { Limit } from '../api/types.ts';
import { chosen, useCursorList } from '../shared/cursor-list.ts';

export type LoadQuery = paths['/api/v1/standards/imports']['post']['parameters']['query'];

export function exportAddress(code: string, form: 'csv' | 'xlsx'): string {
  return `/api/v1/standards/export?${new URLSearchParams({ code, form })}`;
}

export function useStandards() {
  return useQuery({
    queryKey: ['standards', 'editions'],
    queryFn: async () => (await answerOf(api.GET('/api/v1/standards'))).items,
  });
}

export function useLimits(filters: { substance?: string; food?: string }) {
  return useCursorList<Limit>(['standards', 'limits', filters], (cursor) =>
    answerOf(api.GET('/api/v1/limits', { params: { query: chosen({ ...filters, cursor }) } })),
  );
}

/** Checks a file; with the digest of that check, loads it. */
export function useLoadStandard() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ query, file }: { query: LoadQuery; file: File }) =>
      answerOf(
        api.POST('/api/v1/standards/imports', {
          params: { query },
          body: file as unknown as string,
          bodySerializer: (body) => body,
          headers: { 'Content-Type': 'application/octet-stream' },
        }),
      ),
    onSuccess: ({ version }) =>
      version === undefined ? undefined : client.invalidateQueries({ queryKey: ['standards'] }),
  });
}
