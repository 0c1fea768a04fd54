import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import type { Webhook, WebhookDelivery } from '../../api/types.ts';
import { chosen, useCursorList } from '../../shared/cursor-list.ts';

export type NewWebhookBody = paths['/api/v1/webhooks']['post']['requestBody']['content']['application/json'];
export type DeliveryState = WebhookDelivery['state'];

const webhooksKey = ['webhooks'];
const deliveriesKey = ['webhook-deliveries'];
const everyMs = 3_000;

export function useWebhooks() {
  return useCursorList<Webhook>(webhooksKey, (cursor) =>
    answerOf(api.GET('/api/v1/webhooks', { params: { query: chosen({ cursor }) } })),
  );
}

/** What a webhook can be told of. */
export function useEventTypes() {
  return useQuery({
    queryKey: ['webhook-event-types'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => (await answerOf(api.GET('/api/v1/webhook-event-types'))).items,
  });
}

/** Asked again while somebody looks, since attempts are made meanwhile. */
export function useDeliveries(of: { webhook: string; state?: DeliveryState }) {
  return useCursorList<WebhookDelivery>(
    [...deliveriesKey, of],
    (cursor) =>
      answerOf(api.GET('/api/v1/webhook-deliveries', { params: { query: { ...of, ...chosen({ cursor }) } } })),
    { refetchInterval: everyMs },
  );
}

export function useWebhookVerbs() {
  const client = useQueryClient();
  const settled = () => client.invalidateQueries({ queryKey: webhooksKey });
  const told = () => client.invalidateQueries({ queryKey: deliveriesKey });
  const create = useMutation({
    mutationFn: (body: NewWebhookBody) => answerOf(api.POST('/api/v1/webhooks', { body })),
    onSettled: settled,
  });
  const step = useMutation({
    mutationFn: ({ id, verb, reason }: { id: string; verb: 'disable' | 'enable'; reason: string }) =>
      answerOf(api.POST(`/api/v1/webhooks/{id}/${verb}`, { params: { path: { id } }, body: { reason } })),
    onSettled: settled,
  });
  const test = useMutation({
    mutationFn: (id: string) => answerOf(api.POST('/api/v1/webhooks/{id}/test', { params: { path: { id } } })),
    onSettled: told,
  });
  const replay = useMutation({
    mutationFn: ({ id, since, reason }: { id: string; since: string; reason: string }) =>
      answerOf(api.POST('/api/v1/webhooks/{id}/replay', { params: { path: { id } }, body: { since, reason } })),
    onSettled: told,
  });
  return { create, step, test, replay };
}
