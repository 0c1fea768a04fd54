import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { Problem } from './problem.ts';

export const sessionKey = ['session'] as const;
/** Whether the session of whoever is still shown as signed in has ended. */
export const endedKey = ['session-ended'] as const;

/** A session that ended shows as 401 on any call. What stands on the page stays there, behind the sign-in, so that no input is lost. */
export function createQueryClient(): QueryClient {
  const noteEnd = (error: Error) => {
    if (error instanceof Problem && error.status === 401)
      if (client.getQueryData(sessionKey)) client.setQueryData(endedKey, true);
      else client.setQueryData(sessionKey, null);
  };
  const client = new QueryClient({
    queryCache: new QueryCache({ onError: noteEnd }),
    mutationCache: new MutationCache({
      onError: (error, _variables, _result, mutation) => {
        if (mutation.meta?.signIn !== true) noteEnd(error);
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) =>
          failures < 2 && !(error instanceof Problem && error.status >= 400 && error.status < 500),
      },
    },
  });
  return client;
}
