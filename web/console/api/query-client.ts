import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { Problem } from './problem.ts';

export const sessionKey = ['session'] as const;

/** A session that ended elsewhere shows as 401 on any call: then nobody is signed in any more. */
export function createQueryClient(): QueryClient {
  const forgetSession = (error: Error) => {
    if (error instanceof Problem && error.status === 401) client.setQueryData(sessionKey, null);
  };
  const client = new QueryClient({
    queryCache: new QueryCache({ onError: forgetSession }),
    mutationCache: new MutationCache({
      onError: (error, _variables, _result, mutation) => {
        if (mutation.meta?.signIn !== true) forgetSession(error);
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
