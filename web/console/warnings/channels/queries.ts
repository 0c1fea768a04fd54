import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import type { WarningChannel, WarningDelivery } from '../../api/types.ts';
import { chosen, useCursorList } from '../../shared/cursor-list.ts';

export type NewChannelBody = paths['/api/v1/warning-channels']['post']['requestBody']['content']['application/json'];

const channelsKey = ['warning-channels'];
const deliveriesKey = ['warning-deliveries'];

export function useChannels() {
  return useCursorList<WarningChannel>(channelsKey, (cursor) =>
    answerOf(api.GET('/api/v1/warning-channels', { params: { query: chosen({ cursor }) } })),
  );
}

/** Of a warning or of a channel. */
export function useDeliveries(of: { warning?: string; channel?: string }) {
  return useCursorList<WarningDelivery>([...deliveriesKey, of], (cursor) =>
    answerOf(api.GET('/api/v1/warning-deliveries', { params: { query: chosen({ ...of, cursor }) } })),
  );
}

export function useChannelVerbs() {
  const client = useQueryClient();
  const settled = () => client.invalidateQueries({ queryKey: channelsKey });
  const told = () => client.invalidateQueries({ queryKey: deliveriesKey });
  const create = useMutation({
    mutationFn: (body: NewChannelBody) => answerOf(api.POST('/api/v1/warning-channels', { body })),
    onSettled: settled,
  });
  const step = useMutation({
    mutationFn: ({ id, verb, reason }: { id: string; verb: 'disable' | 'enable'; reason: string }) =>
      answerOf(api.POST(`/api/v1/warning-channels/{id}/${verb}`, { params: { path: { id } }, body: { reason } })),
    onSettled: settled,
  });
  const test = useMutation({
    mutationFn: (id: string) => answerOf(api.POST('/api/v1/warning-channels/{id}/test', { params: { path: { id } } })),
    onSettled: told,
  });
  const retry = useMutation({
    mutationFn: (id: string) =>
      answerOf(api.POST('/api/v1/warning-deliveries/{id}/retry', { params: { path: { id } } })),
    onSettled: told,
  });
  return { create, step, test, retry };
}
