import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import type { ManagedUser } from '../../api/types.ts';
import { chosen, useCursorList } from '../../shared/cursor-list.ts';

type UserQuery = NonNullable<paths['/api/v1/users']['get']['parameters']['query']>;
export type NewUser = paths['/api/v1/users']['post']['requestBody']['content']['application/json'];
export type UserChange = paths['/api/v1/users/{id}']['patch']['requestBody']['content']['application/json'];

/** What is done to an account with a reason, and answers with the account. */
export type ReasonedVerb = 'disable' | 'enable' | 'reset-second-factor' | 'end-sessions';

export const usersKey = ['users'] as const;
const userKey = (id: string) => [...usersKey, 'one', id] as const;

export function useUsers(filters: { username?: string; state?: string }) {
  return useCursorList<ManagedUser>([...usersKey, 'list', filters], (cursor) =>
    answerOf(api.GET('/api/v1/users', { params: { query: chosen({ ...filters, cursor }) as UserQuery } })),
  );
}

export function useUser(id: string) {
  return useQuery({
    queryKey: userKey(id),
    queryFn: () => answerOf(api.GET('/api/v1/users/{id}', { params: { path: { id } } })),
  });
}

export function useCreateUser() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewUser) => answerOf(api.POST('/api/v1/users', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: [...usersKey, 'list'] }),
  });
}

/** The verbs on one account; after each, lists and page are read anew. */
export function useUserVerbs(id: string) {
  const client = useQueryClient();
  const params = { path: { id } };
  const anew = async <Answer>(call: Promise<Answer>): Promise<Answer> => {
    const answer = await call;
    await client.invalidateQueries({ queryKey: usersKey });
    return answer;
  };
  return {
    update: (body: UserChange) => anew(answerOf(api.PATCH('/api/v1/users/{id}', { params, body }))),
    resetPassword: (reason: string) =>
      anew(answerOf(api.POST('/api/v1/users/{id}/reset-password', { params, body: { reason } }))),
    clearBlock: () => anew(answerOf(api.POST('/api/v1/users/{id}/clear-block', { params }))),
    act: (verb: ReasonedVerb, reason: string) =>
      anew(answerOf(api.POST(`/api/v1/users/{id}/${verb}`, { params, body: { reason } }))),
  };
}
