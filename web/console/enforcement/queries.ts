import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.ts';
import type { paths } from '../api/schema.d.ts';
import type { CaseEvidence, CasePaper, EnforcementCase } from '../api/types.ts';
import { chosen, useCursorList } from '../shared/cursor-list.ts';
import type { EvidenceStep } from './evidence-forms.ts';

type ListQuery = NonNullable<paths['/api/v1/cases']['get']['parameters']['query']>;
type CaseStep = Extract<keyof paths, `/api/v1/cases/{id}/${string}`>;
type EvidenceStepPath = Extract<keyof paths, `/api/v1/case-evidence/{id}/${string}`>;

const key = 'cases';

export function useCases(filters: Record<string, string | undefined>) {
  return useCursorList<EnforcementCase>([key, 'list', filters], (cursor) =>
    answerOf(api.GET('/api/v1/cases', { params: { query: chosen({ ...filters, cursor }) as ListQuery } })),
  );
}

export function useCase(id: string) {
  return useQuery({
    queryKey: [key, id],
    queryFn: () => answerOf(api.GET('/api/v1/cases/{id}', { params: { path: { id } } })),
  });
}

/** Any step of a case; what a body holds, the form of the step knows. */
export function useCaseStep(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ verb, body }: { verb: string; body: object }) =>
      answerOf(api.POST(`/api/v1/cases/{id}/${verb}` as CaseStep, { params: { path: { id } }, body: body as never })),
    onSuccess: () => client.invalidateQueries({ queryKey: [key] }),
  });
}

export function useCasePapers(id: string) {
  return useCursorList<CasePaper>([key, id, 'papers'], (cursor) =>
    answerOf(
      api.GET('/api/v1/case-documents', { params: { query: { case: id, limit: 50, ...(cursor && { cursor }) } } }),
    ),
  );
}

export function useCaseEvidence(id: string) {
  return useCursorList<CaseEvidence>([key, id, 'evidence'], (cursor) =>
    answerOf(
      api.GET('/api/v1/case-evidence', { params: { query: { case: id, limit: 50, ...(cursor && { cursor }) } } }),
    ),
  );
}

/** 登记证据; what was typed is held against the case by the server. */
export function useCreateEvidence(caseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: object) => answerOf(api.POST('/api/v1/case-evidence', { body: { ...body, caseId } as never })),
    onSuccess: () => client.invalidateQueries({ queryKey: [key] }),
  });
}

export function useEvidenceStep(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ verb, body }: { verb: EvidenceStep; body: object }) =>
      answerOf(
        api.POST(`/api/v1/case-evidence/{id}/${verb}` as EvidenceStepPath, {
          params: { path: { id } },
          body: body as never,
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: [key] }),
  });
}

/** Those that are filled in by hand; the others follow from the steps of a case. */
export function usePaperTemplates() {
  return useQuery({
    queryKey: [key, 'paper-templates'],
    queryFn: async () =>
      (await answerOf(api.GET('/api/v1/case-document-templates', {}))).items.filter(({ manual }) => manual),
  });
}

export function useCreatePaper(caseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { template: string; fields: Record<string, string> }) =>
      answerOf(api.POST('/api/v1/case-documents', { body: { caseId, ...body } })),
    onSuccess: () => client.invalidateQueries({ queryKey: [key] }),
  });
}

/** What can be punished, in plain words. */
export function usePenalizedActs(enabled: boolean) {
  return useQuery({
    enabled,
    queryKey: [key, 'penalized-acts'],
    queryFn: () => answerOf(api.GET('/api/v1/penalized-acts', {})),
  });
}
