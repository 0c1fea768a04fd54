import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.ts';
import type { paths } from '../api/schema.d.ts';
import type { Assessment, CountedRecord, Risk } from '../api/types.ts';
import { chosen, useCursorList } from '../shared/cursor-list.ts';

type QueryOf<Path extends keyof paths> = paths[Path] extends { get: { parameters: { query?: infer Query } } }
  ? NonNullable<Query>
  : never;
export type LeagueQuery = QueryOf<'/api/v1/performance'>;
export type TrendQuery = QueryOf<'/api/v1/performance/trend'>;
export type RecordsQuery = QueryOf<'/api/v1/performance/records'>;
type ListQuery = QueryOf<'/api/v1/assessments'>;
export type Contested = NonNullable<Assessment['appeal']>['contested'];

export function useLeague(query: LeagueQuery) {
  return useQuery({
    queryKey: ['performance', 'league', query],
    queryFn: () => answerOf(api.GET('/api/v1/performance', { params: { query } })),
  });
}

export function useSchemes() {
  return useQuery({
    queryKey: ['performance', 'schemes'],
    queryFn: () => answerOf(api.GET('/api/v1/performance/schemes')),
  });
}

export function useTrend(query: TrendQuery) {
  return useQuery({
    queryKey: ['performance', 'trend', query],
    queryFn: () => answerOf(api.GET('/api/v1/performance/trend', { params: { query } })),
  });
}

export function useRecords(query: RecordsQuery) {
  return useCursorList<CountedRecord>(['performance', 'records', query], (cursor) =>
    answerOf(api.GET('/api/v1/performance/records', { params: { query: { ...query, ...chosen({ cursor }) } } })),
  );
}

export function useRisks() {
  return useCursorList<Risk>(['risk-ranking'], (cursor) =>
    answerOf(api.GET('/api/v1/risk-ranking', { params: { query: chosen({ cursor }) } })),
  );
}

const assessmentsKey = ['assessments'];

export function useAssessments(filters: { grade?: string; state?: string; producer?: string }) {
  return useCursorList<Assessment>([...assessmentsKey, 'list', filters], (cursor) =>
    answerOf(api.GET('/api/v1/assessments', { params: { query: chosen({ ...filters, cursor }) as ListQuery } })),
  );
}

export function useAssessment(id: string) {
  return useQuery({
    queryKey: [...assessmentsKey, id],
    queryFn: () => answerOf(api.GET('/api/v1/assessments/{id}', { params: { path: { id } } })),
  });
}

export function useAssessmentSteps(id: string) {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: assessmentsKey });
  const params = { path: { id } };
  const appeal = useMutation({
    mutationFn: (body: { text: string; contested: Contested }) =>
      answerOf(api.POST('/api/v1/assessments/{id}/appeal', { params, body })),
    onSettled,
  });
  const withdraw = useMutation({
    mutationFn: (reason: string) =>
      answerOf(api.POST('/api/v1/assessments/{id}/withdraw-appeal', { params, body: { reason } })),
    onSettled,
  });
  const uphold = useMutation({
    mutationFn: (reason: string) => answerOf(api.POST('/api/v1/assessments/{id}/uphold', { params, body: { reason } })),
    onSettled,
  });
  const revise = useMutation({
    mutationFn: (body: { reason: string; accepted: Contested }) =>
      answerOf(api.POST('/api/v1/assessments/{id}/revise', { params, body })),
    onSettled,
  });
  return { appeal, withdraw, uphold, revise };
}

export function useAssessDivision() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/assessments/assess-division', { body: {} })),
    onSettled: () => client.invalidateQueries({ queryKey: assessmentsKey }),
  });
}
