import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import type { Certificate, CertificateProposal } from '../../api/types.ts';
import { chosen, useCursorList } from '../../shared/cursor-list.ts';

type ListQuery = NonNullable<paths['/api/v1/certificates']['get']['parameters']['query']>;
type ProposalsQuery = NonNullable<paths['/api/v1/certificate-proposals']['get']['parameters']['query']>;
export type Visit =
  paths['/api/v1/certificates/{id}/record-visit']['post']['requestBody']['content']['application/json'];
export type ReasonVerb = 'propose-suspension' | 'propose-withdrawal' | 'restore';
export type Decision = 'accept' | 'dismiss';

const key = ['certificates'];

export function useCertificates(filters: { scheme?: string; standing?: string; number?: string }) {
  return useCursorList<Certificate>([...key, 'list', filters], (cursor) =>
    answerOf(api.GET('/api/v1/certificates', { params: { query: chosen({ ...filters, cursor }) as ListQuery } })),
  );
}

export function useCertificate(id: string) {
  return useQuery({
    queryKey: [...key, 'one', id],
    queryFn: () => answerOf(api.GET('/api/v1/certificates/{id}', { params: { path: { id } } })),
  });
}

export function useProposals(filters: { certificate?: string; state?: string }) {
  return useCursorList<CertificateProposal>([...key, 'proposals', filters], (cursor) =>
    answerOf(
      api.GET('/api/v1/certificate-proposals', {
        params: { query: chosen({ ...filters, cursor }) as ProposalsQuery },
      }),
    ),
  );
}

function useForget() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: key });
}

export function useReasonStep(id: string, verb: ReasonVerb) {
  return useMutation({
    mutationFn: (reason: string) =>
      answerOf(api.POST(`/api/v1/certificates/{id}/${verb}`, { params: { path: { id } }, body: { reason } })),
    onSuccess: useForget(),
  });
}

export function useRecordVisit(id: string) {
  return useMutation({
    mutationFn: (body: Visit) =>
      answerOf(api.POST('/api/v1/certificates/{id}/record-visit', { params: { path: { id } }, body })),
    onSuccess: useForget(),
  });
}

export function useDecide() {
  return useMutation({
    mutationFn: ({ id, decision, reason }: { id: string; decision: Decision; reason: string }) =>
      answerOf(
        api.POST(`/api/v1/certificate-proposals/{id}/${decision}`, { params: { path: { id } }, body: { reason } }),
      ),
    onSuccess: useForget(),
  });
}
