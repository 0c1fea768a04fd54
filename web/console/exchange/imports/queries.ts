import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { RegisterImport, RegisterImportRow } from '../../api/types.ts';
import { type OnProgress, uploading } from '../../api/upload.ts';
import { chosen, useCursorList } from '../../shared/cursor-list.ts';

export type ImportedRegister = RegisterImport['register'];
export type Outcome = RegisterImportRow['outcome'];

const importsKey = ['register-imports'];
const everyMs = 1_000;

export const isWorking = ({ state }: Pick<RegisterImport, 'state'>) => state === 'checking' || state === 'storing';

export function useImports() {
  return useCursorList<RegisterImport>([...importsKey, 'list'], (cursor) =>
    answerOf(api.GET('/api/v1/register-imports', { params: { query: chosen({ cursor }) } })),
  );
}

/** Asked again as long as the platform works on it. */
export function useImport(id: string) {
  return useQuery({
    queryKey: [...importsKey, id],
    queryFn: () => answerOf(api.GET('/api/v1/register-imports/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state: { data } }) => (data && isWorking(data) ? everyMs : false),
  });
}

export function useImportRows({ id, state, done }: RegisterImport, filters: { outcome?: Outcome }) {
  return useCursorList<RegisterImportRow>([...importsKey, id, 'rows', state, done, filters], (cursor) =>
    answerOf(
      api.GET('/api/v1/register-imports/{id}/rows', {
        params: { path: { id }, query: { ...filters, ...chosen({ cursor }) } },
      }),
    ),
  );
}

export function useSendTable() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ register, file, onProgress }: { register: ImportedRegister; file: File; onProgress: OnProgress }) =>
      answerOf(
        api.POST('/api/v1/register-imports', {
          params: { query: { register } },
          body: file as unknown as string,
          bodySerializer: (body) => body,
          headers: { 'Content-Type': 'application/octet-stream' },
          fetch: uploading(onProgress),
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: importsKey }),
  });
}

export function useImportStep(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (verb: 'store' | 'cancel') =>
      answerOf(api.POST(`/api/v1/register-imports/{id}/${verb}`, { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: importsKey }),
  });
}
