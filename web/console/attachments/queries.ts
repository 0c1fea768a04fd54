import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.ts';
import type { paths } from '../api/schema.d.ts';
import type { Attachment } from '../api/types.ts';
import { useCursorList } from '../shared/cursor-list.ts';

type CreateQuery = paths['/api/v1/attachments']['post']['parameters']['query'];

/** The record that files belong to. */
export type Owner = Pick<CreateQuery, 'resource' | 'record'>;
export type Purpose = CreateQuery['purpose'];

const keyOf = ({ resource, record }: Owner) => ['attachments', resource, record];

export function useAttachments(owner: Owner, enabled: boolean) {
  return useCursorList<Attachment>(
    keyOf(owner),
    (cursor) =>
      answerOf(api.GET('/api/v1/attachments', { params: { query: { ...owner, ...(cursor && { cursor }) } } })),
    { enabled },
  );
}

export type AttachmentVerb = 'withdraw' | 'restore' | 'erase';

const removals = {
  withdraw: '/api/v1/attachments/{id}/withdraw',
  restore: '/api/v1/attachments/{id}/restore',
  erase: '/api/v1/attachments/{id}/erase',
} as const satisfies Record<AttachmentVerb, keyof paths>;

/** Takes a file away or brings it back; the audit log keeps the reason. */
export function useMoveAttachment({ resource, record, id }: Attachment) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ verb, reason }: { verb: AttachmentVerb; reason: string }) =>
      answerOf(api.POST(removals[verb], { params: { path: { id } }, body: { reason } })),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf({ resource, record }) }),
  });
}

/** Sends the file as it is: the server goes by its content, not by what it is called. */
export function useAttach(owner: Owner) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ file, purpose }: { file: File; purpose: Purpose }) =>
      answerOf(
        api.POST('/api/v1/attachments', {
          params: { query: { ...owner, purpose } },
          headers: { 'Content-Type': 'application/octet-stream' },
          body: file.name,
          bodySerializer: () => file,
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(owner) }),
  });
}
