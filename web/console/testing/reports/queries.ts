import { answerOf, api } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import type { TestReport } from '../../api/types.ts';
import { chosen, useCursorList } from '../../shared/cursor-list.ts';

type ListQuery = NonNullable<paths['/api/v1/test-reports']['get']['parameters']['query']>;

export function useTestReports(filters: { state?: string; batch?: string; number?: string }) {
  return useCursorList<TestReport>(['test-reports', filters], (cursor) =>
    answerOf(api.GET('/api/v1/test-reports', { params: { query: chosen({ ...filters, cursor }) as ListQuery } })),
  );
}
