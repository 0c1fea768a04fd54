import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import type { Complaint } from '../../api/types.ts';
import { chosen, useCursorList } from '../../shared/cursor-list.ts';

type ListQuery = NonNullable<paths['/api/v1/complaints']['get']['parameters']['query']>;
export type NewComplaint = paths['/api/v1/complaints']['post']['requestBody']['content']['application/json'];

const key = ['complaints'];

export function useComplaints(filters: { state?: string; kind?: string; batch?: string; division?: string }) {
  return useCursorList<Complaint>([...key, 'list', filters], (cursor) =>
    answerOf(api.GET('/api/v1/complaints', { params: { query: chosen({ ...filters, cursor }) as ListQuery } })),
  );
}

export function useComplaint(id: string) {
  return useQuery({
    queryKey: [...key, 'one', id],
    queryFn: () => answerOf(api.GET('/api/v1/complaints/{id}', { params: { path: { id } } })),
  });
}

/** After a step the deadlines of the record have changed too. */
function useForget() {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({ queryKey: key });
    await client.invalidateQueries({ queryKey: ['deadlines'] });
  };
}

export function useRecordComplaint() {
  return useMutation({
    mutationFn: (body: NewComplaint) => answerOf(api.POST('/api/v1/complaints', { body })),
    onSuccess: useForget(),
  });
}

export type Step =
  | { verb: 'assign'; body: { divisionCode: string; note?: string } }
  | { verb: 'accept'; body: { note?: string } }
  | { verb: 'answer'; body: { text: string } }
  | { verb: 'transfer'; body: { text: string } }
  | { verb: 'close'; body: { note?: string } };

export function useComplaintStep(id: string) {
  return useMutation({
    mutationFn: ({ verb, body }: Step) =>
      answerOf(api.POST(`/api/v1/complaints/{id}/${verb}`, { params: { path: { id } }, body: body as never })),
    onSuccess: useForget(),
  });
}

/** Who complained, in the clear; the audit log keeps the reason, and nothing here keeps the answer. */
export function useRevealComplaint(id: string) {
  return useMutation({
    mutationFn: (reason: string) =>
      answerOf(api.POST('/api/v1/complaints/{id}/reveal', { params: { path: { id } }, body: { reason } })),
  });
}
