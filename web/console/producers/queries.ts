import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { answerOf, api } from '../api/client.ts';
import type { paths } from '../api/schema.d.ts';
import type { Producer, Site } from '../api/types.ts';
import { isWithin } from '../devices/thresholds.ts';
import { useSession } from '../identity/session.ts';
import { chosen, useCursorList } from '../shared/cursor-list.ts';
import { useWithEnglish } from '../shared/texts.ts';

export type ProducerQuery = NonNullable<paths['/api/v1/producers']['get']['parameters']['query']>;
export type NewProducer = paths['/api/v1/producers']['post']['requestBody']['content']['application/json'];
export type NewSite = paths['/api/v1/sites']['post']['requestBody']['content']['application/json'];

export interface ProducerFilters {
  kind?: string;
  name?: string;
}

export function useProducers(filters: ProducerFilters) {
  return useCursorList<Producer>(['producers', 'list', filters], (cursor) =>
    answerOf(api.GET('/api/v1/producers', { params: { query: chosen({ ...filters, cursor }) as ProducerQuery } })),
  );
}

export function useProducer(id: string) {
  return useQuery({
    queryKey: ['producers', 'one', id],
    queryFn: () => answerOf(api.GET('/api/v1/producers/{id}', { params: { path: { id } } })),
  });
}

export function useSites(producer: string) {
  return useCursorList<Site>(['sites', 'list', producer], (cursor) =>
    answerOf(api.GET('/api/v1/sites', { params: { query: chosen({ producer, cursor }) } })),
  );
}

/** Sites to choose from: the newest five hundred of the own division. */
export function useAllSites(producer?: string) {
  return useQuery({
    queryKey: ['sites', 'choice', producer ?? ''],
    staleTime: 60_000,
    queryFn: async () =>
      (await answerOf(api.GET('/api/v1/sites', { params: { query: { limit: 500, ...(producer && { producer }) } } })))
        .items,
  });
}

export function useDivisions() {
  return useQuery({
    queryKey: ['divisions'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => (await answerOf(api.GET('/api/v1/divisions'))).items,
  });
}

/** The divisions within the own one, itself first. */
export function useOwnDivisions() {
  const { data: user } = useSession();
  const { data = [] } = useDivisions();
  return data.filter(({ code }) => isWithin(code, user?.divisionCode ?? ''));
}

/** The name of a division code in the reader's language; what else is known of it, or the code, until the names are here. */
export function useDivisionName(): (code: string, known?: string) => string {
  const { data } = useDivisions();
  const words = useWithEnglish();
  return useCallback(
    (code, known = code) => {
      const division = data?.find((each) => each.code === code);
      return division ? words(division.name, division.nameEn) : known;
    },
    [data, words],
  );
}

export function useRegisterProducer() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewProducer) => answerOf(api.POST('/api/v1/producers', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['producers', 'list'] }),
  });
}

export interface Correction {
  name?: string;
  contactName?: string;
  phone?: string;
}

/** Not kept: what was shown in the clear goes with the page. */
export function useReveal(id: string) {
  return useMutation({
    gcTime: 0,
    mutationFn: (reason: string) =>
      answerOf(api.POST('/api/v1/producers/{id}/reveal', { params: { path: { id } }, body: { reason } })),
  });
}

export function useCorrect(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Correction & { reason: string }) =>
      answerOf(api.POST('/api/v1/producers/{id}/correct', { params: { path: { id } }, body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['producers'] }),
  });
}

export function useErase(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) =>
      answerOf(api.POST('/api/v1/producers/{id}/erase-personal-data', { params: { path: { id } }, body: { reason } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['producers'] }),
  });
}

export type CorrectedSite = paths['/api/v1/sites/{id}/correct']['post']['requestBody']['content']['application/json'];

export function useCorrectSite() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, body }: { id: string; body: CorrectedSite }) =>
      answerOf(api.POST('/api/v1/sites/{id}/correct', { params: { path: { id } }, body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['sites'] }),
  });
}

export function useRegisterSite() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewSite) => answerOf(api.POST('/api/v1/sites', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['sites'] }),
  });
}
