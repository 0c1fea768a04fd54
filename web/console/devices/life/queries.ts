import { useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';

export const reasonedVerbs = ['disable', 'enable', 'retire'] as const;
export type ReasonedVerb = (typeof reasonedVerbs)[number];

type Post<Verb extends string> = `/api/v1/devices/{id}/${Verb}` extends keyof paths
  ? paths[`/api/v1/devices/{id}/${Verb}`] extends {
      post: { requestBody: { content: { 'application/json': infer Body } } };
    }
    ? Body
    : never
  : never;

/** The steps of one device's life; after each, lists and page are read anew. */
export function useDeviceSteps(id: string) {
  const client = useQueryClient();
  const params = { path: { id } };
  const anew = async <Answer>(call: Promise<Answer>): Promise<Answer> => {
    const answer = await call;
    await client.invalidateQueries({ queryKey: ['devices'] });
    return answer;
  };
  return {
    act: (verb: ReasonedVerb, reason: string) =>
      anew(answerOf(api.POST(`/api/v1/devices/{id}/${verb}`, { params, body: { reason } }))),
    bindCertificate: (body: Post<'bind-certificate'>) =>
      anew(answerOf(api.POST('/api/v1/devices/{id}/bind-certificate', { params, body }))),
    unbindCertificate: (body: Post<'unbind-certificate'>) =>
      anew(answerOf(api.POST('/api/v1/devices/{id}/unbind-certificate', { params, body }))),
    rotate: (body: Post<'rotate-secret'>) =>
      anew(answerOf(api.POST('/api/v1/devices/{id}/rotate-secret', { params, body }))),
  };
}
