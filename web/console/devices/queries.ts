import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.ts';
import type { Device, Reading, RejectedMessage, WarningRule } from '../api/types.ts';
import { chosen, useCursorList } from '../shared/cursor-list.ts';

export interface DeviceFilters {
  kind?: string;
  site?: string;
  state?: Device['state'];
}

const refreshEvery = 30_000;

export function useDevices(filters: DeviceFilters) {
  return useCursorList<Device>(
    ['devices', 'list', filters],
    (cursor) => answerOf(api.GET('/api/v1/devices', { params: { query: chosen({ ...filters, cursor }) } })),
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

const readingsAPage = 5_000;
const mostPages = 4;

export interface Readings {
  items: Reading[];
  /** There is more: the newest of the range are missing. */
  truncated: boolean;
}

/** All readings of one metric in the last `hours`, in the order of time. */
export function useReadings(device: string, metric: string, hours: number) {
  return useQuery({
    queryKey: ['readings', device, metric, hours],
    queryFn: () => fetchReadings(device, metric, hours),
    refetchInterval: refreshEvery,
    placeholderData: (before, query) => (query?.queryKey[2] === metric ? before : undefined),
  });
}

async function fetchReadings(device: string, metric: string, hours: number): Promise<Readings> {
  const from = new Date(Date.now() - hours * 3_600_000).toISOString();
  const items: Reading[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const query = { device, metric, from, limit: readingsAPage, ...(cursor && { cursor }) };
    const answer = await answerOf(api.GET('/api/v1/readings', { params: { query } }));
    items.push(...answer.items);
    if (!answer.nextCursor) return { items, truncated: false };
    cursor = answer.nextCursor;
  }
  return { items, truncated: true };
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
