import { answerOf, api } from '../api/client.ts';
import type { AuditEntry } from '../api/types.ts';
import { useCursorList } from '../shared/cursor-list.ts';

/** A record, as its route and its page name it. */
export interface Subject {
  resource: string;
  record: string;
}

export function useHistory({ resource, record }: Subject, enabled: boolean) {
  return useCursorList<AuditEntry>(
    ['audit-log', resource, record],
    (cursor) =>
      answerOf(
        api.GET('/api/v1/audit-log', { params: { query: { resource, record, limit: 20, ...(cursor && { cursor }) } } }),
      ),
    { enabled },
  );
}

/** Where the browser fetches the whole history as a file, with the session's cookie. */
export function exportAddress({ resource, record }: Subject, form: 'csv' | 'xlsx'): string {
  return `/api/v1/audit-log/export?${new URLSearchParams({ resource, record, form })}`;
}
