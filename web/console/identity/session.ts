import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { answerOf, api } from '../api/client.ts';
import { Problem } from '../api/problem.ts';
import { endedKey, sessionKey } from '../api/query-client.ts';
import type { CurrentUser } from '../api/types.ts';

/** The signed-in person; `null` when nobody is. */
export function useSession() {
  return useQuery({
    queryKey: sessionKey,
    staleTime: 300_000,
    queryFn: async ({ client }): Promise<CurrentUser | null> => {
      try {
        return await answerOf(api.GET('/api/v1/session'));
      } catch (error) {
        if (!(error instanceof Problem && error.status === 401)) throw error;
        const before = client.getQueryData<CurrentUser | null>(sessionKey) ?? null;
        if (before) client.setQueryData(endedKey, true);
        return before;
      }
    },
  });
}

/** Whether the person who is still shown must sign in again. */
export function useSessionEnded(): boolean {
  const ended = { queryKey: endedKey, queryFn: () => false, enabled: false, initialData: false };
  return useQuery({ ...ended, staleTime: Number.POSITIVE_INFINITY }).data;
}

/** Whether the signed-in person holds a right such as `devices:create`. */
export function useMay(): (permission: string) => boolean {
  const { data: user } = useSession();
  return useCallback((permission) => user?.permissions.includes(permission) ?? false, [user]);
}

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    meta: { signIn: true },
    mutationFn: (body: { username: string; password: string; code?: string }) =>
      answerOf(api.POST('/api/v1/session', { body })),
    onSuccess: ({ user }) => {
      const before = client.getQueryData<CurrentUser | null>(sessionKey);
      const again = before && client.getQueryData(endedKey) === true;
      if (again && !isSame(before, user)) return window.location.assign(import.meta.env.BASE_URL);
      client.setQueryData(sessionKey, user);
      client.setQueryData(endedKey, false);
      if (again) return client.invalidateQueries();
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
    },
  });
}

/** Whether what one of them may see and do, the other may. */
function isSame(one: CurrentUser, other: CurrentUser): boolean {
  const standing = ({ username, divisionCode, permissions }: CurrentUser) =>
    JSON.stringify([username, divisionCode, permissions]);
  return standing(one) === standing(other);
}

/** Notes who is signed in after a step of one's own changed it. */
export function useTakeSession(): (user: CurrentUser) => void {
  const client = useQueryClient();
  return useCallback((user) => client.setQueryData(sessionKey, user), [client]);
}

/** The ways to sign in beside the password. */
export function useSignInOptions() {
  return useQuery({
    queryKey: ['session-options'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => answerOf(api.GET('/api/v1/session/options')),
  });
}

/** What the last person saw must not be there for the next one. */
export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (where: 'here' | 'everywhere') =>
      answerOf(where === 'here' ? api.DELETE('/api/v1/session') : api.DELETE('/api/v1/sessions')),
    onSuccess: () => {
      client.setQueryData(sessionKey, null);
      client.setQueryData(endedKey, false);
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
    },
  });
}
