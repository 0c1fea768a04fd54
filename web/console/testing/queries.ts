import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.ts';
import type { paths } from '../api/schema.d.ts';
import type { Limit, RapidTest, Sample } from '../api/types.ts';
import { chosen, useCursorList } from '../shared/cursor-list.ts';

type SampleQuery = NonNullable<paths['/api/v1/samples']['get']['parameters']['query']>;
export type NewSample = paths['/api/v1/samples']['post']['requestBody']['content']['application/json'];
export type NewResult = paths['/api/v1/samples/{id}/results']['post']['requestBody']['content']['application/json'];
export type SampleStep = 'receive' | 'report' | 'verify';
/** Acts of weight: each asks why. */
export type ReasonedStep = 'return' | 'invalidate' | 'amend';
/** 撤回 and 复测 of one result. */
export type ResultAct = 'retract' | 'retest';

export interface SampleFilters {
  state?: string;
  verdict?: string;
  batch?: string;
}

export function useSamples(filters: SampleFilters) {
  return useCursorList<Sample>(['samples', 'list', filters], (cursor) =>
    answerOf(api.GET('/api/v1/samples', { params: { query: chosen({ ...filters, cursor }) as SampleQuery } })),
  );
}

export function useSample(id: string) {
  return useQuery({
    queryKey: ['samples', 'one', id],
    queryFn: () => answerOf(api.GET('/api/v1/samples/{id}', { params: { path: { id } } })),
  });
}

/** A verdict may hold batches, so these are asked for anew as well. */
function useForget() {
  const client = useQueryClient();
  return async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: ['samples'] }),
      client.invalidateQueries({ queryKey: ['batches'] }),
      client.invalidateQueries({ queryKey: ['rapid-tests'] }),
    ]);
  };
}

export function useDrawSample() {
  return useMutation({
    mutationFn: (body: NewSample) => answerOf(api.POST('/api/v1/samples', { body })),
    onSuccess: useForget(),
  });
}

export function useSampleStep(id: string) {
  return useMutation({
    mutationFn: (step: SampleStep) =>
      answerOf(
        step === 'receive'
          ? api.POST('/api/v1/samples/{id}/receive', { params: { path: { id } }, body: {} })
          : api.POST(`/api/v1/samples/{id}/${step}`, { params: { path: { id } } }),
      ),
    onSuccess: useForget(),
  });
}

export function useReasonedStep(id: string) {
  return useMutation({
    mutationFn: ({ verb, reason }: { verb: ReasonedStep; reason: string }) =>
      answerOf(api.POST(`/api/v1/samples/{id}/${verb}`, { params: { path: { id } }, body: { reason } })),
    onSuccess: useForget(),
  });
}

export function useResultAct(id: string) {
  return useMutation({
    mutationFn: ({ verb, ...body }: { verb: ResultAct; resultId: string; reason: string }) =>
      answerOf(api.POST(`/api/v1/samples/{id}/${verb}`, { params: { path: { id } }, body })),
    onSuccess: useForget(),
  });
}

type Received = paths['/api/v1/samples/{id}/receive']['post']['requestBody']['content']['application/json'];

export function useReceiveSample(id: string) {
  return useMutation({
    mutationFn: (body: Received) =>
      answerOf(api.POST('/api/v1/samples/{id}/receive', { params: { path: { id } }, body })),
    onSuccess: useForget(),
  });
}

export function useAddResult(id: string) {
  return useMutation({
    mutationFn: (body: NewResult) =>
      answerOf(api.POST('/api/v1/samples/{id}/results', { params: { path: { id } }, body })),
    onSuccess: useForget(),
  });
}

/** Limits whose substance is called something like this; nothing for less than one letter. */
export function useLimitSearch(substance: string) {
  return useQuery({
    queryKey: ['limits', 'search', substance],
    enabled: substance.length > 0,
    staleTime: 600_000,
    placeholderData: (before) => before,
    queryFn: async (): Promise<Limit[]> =>
      (await answerOf(api.GET('/api/v1/limits', { params: { query: { substance, limit: 100 } } }))).items,
  });
}

type RapidTestQuery = NonNullable<paths['/api/v1/rapid-tests']['get']['parameters']['query']>;

export function useRapidTests(filters: { batch?: string; device?: string; confirmation?: string }) {
  return useCursorList<RapidTest>(
    ['rapid-tests', filters],
    (cursor) =>
      answerOf(api.GET('/api/v1/rapid-tests', { params: { query: chosen({ ...filters, cursor }) as RapidTestQuery } })),
    { refetchInterval: 30_000 },
  );
}

type NewRapidTest = paths['/api/v1/rapid-tests']['post']['requestBody']['content']['application/json'];

export function useEnterRapidTest() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewRapidTest) => answerOf(api.POST('/api/v1/rapid-tests', { body })),
    onSuccess: async () => {
      await Promise.all([
        client.invalidateQueries({ queryKey: ['rapid-tests'] }),
        client.invalidateQueries({ queryKey: ['batches'] }),
      ]);
    },
  });
}
