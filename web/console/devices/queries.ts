import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.ts';
import type { Device, RejectedMessage, Series, WarningRule } from '../api/types.ts';
import { chosen, useCursorList } from '../shared/cursor-list.ts';
import { type ListFilters, listQuery } from './list/filters.ts';

const refreshEvery = 30_000;

export function useDevices(filters: ListFilters) {
  return useCursorList<Device>(
    ['devices', 'list', filters],
    (cursor) =>
      answerOf(
        api.GET('/api/v1/devices', { params: { query: chosen({ ...listQuery(filters, Date.now()), cursor }) } }),
      ),
    { refetchInterval: refreshEvery },
  );
}

export function useDevice(id: string) {
  return useQuery({
    queryKey: ['devices', 'one', id],
    queryFn: () => answerOf(api.GET('/api/v1/devices/{id}', { params: { path: { id } } })),
    refetchInterval: refreshEvery,
  });
}

export function useRegisterDevice() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { id: string; name: string; kind: string; siteId?: string; divisionCode?: string }) =>
      answerOf(api.POST('/api/v1/devices', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['devices', 'list'] }),
  });
}

export function useRejectedMessages(id: string) {
  return useCursorList<RejectedMessage>(['devices', 'rejected', id], (cursor) =>
    answerOf(
      api.GET('/api/v1/devices/{id}/rejected-messages', { params: { path: { id }, query: chosen({ cursor }) } }),
    ),
  );
}

/** One metric in the last `hours`, at the resolution that fits. */
export function useSeries(device: string, metric: string, hours: number) {
  return useQuery({
    queryKey: ['series', device, metric, hours],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/devices/{id}/series', {
          params: { path: { id: device }, query: { metric, from: hoursAgo(hours) } },
        }),
      ),
    refetchInterval: refreshEvery,
    placeholderData: (before, query) => (query?.queryKey[2] === metric ? before : undefined),
  });
}

function hoursAgo(hours: number): string {
  return new Date(Date.now() - hours * 3_600_000).toISOString();
}

/** Where the series is to be had as a table. */
export function tableAddress(device: string, { metric, from, to, resolution }: Series): string {
  return `/api/v1/devices/${encodeURIComponent(device)}/series.csv?${new URLSearchParams({ metric, from, to, resolution })}`;
}

export function useWarningRules(enabled: boolean) {
  return useQuery({
    queryKey: ['warning-rules', 'all'],
    enabled,
    staleTime: 300_000,
    queryFn: async (): Promise<WarningRule[]> =>
      (await answerOf(api.GET('/api/v1/warning-rules', { params: { query: { limit: 500 } } }))).items,
  });
}
