import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.ts';
import type { paths } from '../api/schema.d.ts';
import type { Limit } from '../api/types.ts';
import { type OnProgress, uploading } from '../api/upload.ts';
import { chosen, useCursorList } from '../shared/cursor-list.ts';

export type LoadQuery = paths['/api/v1/standards/imports']['post']['parameters']['query'];

interface Exported {
  code: string;
  form: 'csv' | 'xlsx';
  /** Absent: the version in use. */
  version?: number | undefined;
}

export function exportAddress({ version, ...rest }: Exported): string {
  const query = new URLSearchParams({ ...rest, ...(version !== undefined && { version: String(version) }) });
  return `/api/v1/standards/export?${query}`;
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
    mutationFn: ({ query, file, onProgress }: { query: LoadQuery; file: File; onProgress: OnProgress }) =>
      answerOf(
        api.POST('/api/v1/standards/imports', {
          params: { query },
          body: file as unknown as string,
          bodySerializer: (body) => body,
          headers: { 'Content-Type': 'application/octet-stream' },
          fetch: uploading(onProgress),
        }),
      ),
    onSuccess: ({ version }) =>
      version === undefined ? undefined : client.invalidateQueries({ queryKey: ['standards'] }),
  });
}
