import { useQuery } from '@tanstack/react-query';
import createClient from 'openapi-fetch';
import { useMemo } from 'react';
import { answerOf } from '../api/client.ts';
import type { paths } from '../api/schema.d.ts';

/** What the wall shows is older than this only when it cannot be had. */
export const refreshMs = { warnings: 10_000, overview: 30_000, trend: 600_000 } as const;
const shownWarnings = 9;
const unresolved = new Set(['open', 'acknowledged', 'handling']);

/** What the wall asks, by its own token alone: never by the session of whoever signed in at this browser. */
export function useWall(token: string) {
  const api = useMemo(
    () => createClient<paths>({ baseUrl: '/', credentials: 'omit', headers: { authorization: `Bearer ${token}` } }),
    [token],
  );
  const overview = useQuery({
    queryKey: ['wall', token, 'overview'],
    queryFn: () => answerOf(api.GET('/api/v1/overview', { params: { query: {} } })),
    refetchInterval: refreshMs.overview,
    refetchIntervalInBackground: true,
  });
  const warnings = useQuery({
    queryKey: ['wall', token, 'warnings'],
    queryFn: async () => {
      const { items } = await answerOf(api.GET('/api/v1/warnings', { params: { query: { limit: 50 } } }));
      return items.filter(({ active, state }) => active && unresolved.has(state)).slice(0, shownWarnings);
    },
    refetchInterval: refreshMs.warnings,
    refetchIntervalInBackground: true,
  });
  const trend = useQuery({
    queryKey: ['wall', token, 'trend'],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/pass-rates', { params: { query: { by: 'period', period: 'month', limit: 200 } as never } }),
      ),
    refetchInterval: refreshMs.trend,
    refetchIntervalInBackground: true,
  });
  const map = useQuery({
    queryKey: ['wall', token, 'map'],
    queryFn: () => answerOf(api.GET('/api/v1/map')),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return { overview, warnings, trend, map };
}
