import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.ts';
import type { paths } from '../api/schema.d.ts';
import type { Batch, TraceEvent } from '../api/types.ts';
import { chosen, useCursorList } from '../shared/cursor-list.ts';

type BatchQuery = NonNullable<paths['/api/v1/batches']['get']['parameters']['query']>;
export type NewBatch = paths['/api/v1/batches']['post']['requestBody']['content']['application/json'];
export type NewEvent = paths['/api/v1/events']['post']['requestBody']['content']['application/json'];
export type Direction = 'up' | 'down' | 'both';

export interface BatchFilters {
  status?: string;
  producer?: string;
  code?: string;
}

export function useBatches(filters: BatchFilters) {
  return useCursorList<Batch>(['batches', 'list', filters], (cursor) =>
    answerOf(api.GET('/api/v1/batches', { params: { query: chosen({ ...filters, cursor }) as BatchQuery } })),
  );
}

export function useBatch(code: string) {
  return useQuery({
    queryKey: ['batches', 'one', code],
    queryFn: () => answerOf(api.GET('/api/v1/batches/{code}', { params: { path: { code } } })),
  });
}

/** @param at of a container: when what was in it is meant; absent: whenever */
export function useTrace(code: string, direction: Direction, at?: string) {
  return useQuery({
    queryKey: ['batches', 'trace', code, direction, at ?? ''],
    placeholderData: (before) => (before?.code === code ? before : undefined),
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/batches/{code}/trace', {
          params: { path: { code }, query: { direction, ...(at && { at }) } },
        }),
      ),
  });
}

export function useEvents(batch: string) {
  return useCursorList<TraceEvent>(['batches', 'events', batch], (cursor) =>
    answerOf(api.GET('/api/v1/events', { params: { query: chosen({ batch, cursor }) } })),
  );
}

/** Whatever is done to one batch may change others of its trace. */
function useForget() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['batches'] });
}

export function useRegisterBatch() {
  return useMutation({
    mutationFn: (body: NewBatch) => answerOf(api.POST('/api/v1/batches', { body })),
    onSuccess: useForget(),
  });
}

export function useHold(code: string, verb: 'hold' | 'release') {
  return useMutation({
    mutationFn: (reason: string) =>
      answerOf(api.POST(`/api/v1/batches/{code}/${verb}`, { params: { path: { code } }, body: { reason } })),
    onSuccess: useForget(),
  });
}

export function useAddEvent() {
  return useMutation({
    mutationFn: (body: NewEvent) => answerOf(api.POST('/api/v1/events', { body })),
    onSuccess: useForget(),
  });
}
