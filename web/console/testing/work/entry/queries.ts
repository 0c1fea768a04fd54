import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client.ts';

const sent = (csv: string, digest?: string) =>
  answerOf(
    api.POST('/api/v1/result-imports', {
      params: { query: digest === undefined ? {} : { digest } },
      body: csv as unknown as string,
      bodySerializer: (body) => body,
      headers: { 'Content-Type': 'text/csv' },
    }),
  );

/** What the table would do if it were sent now: nothing is stored. */
export function useTrial(csv: string, enabled: boolean) {
  return useQuery({
    queryKey: ['result-trial', csv],
    enabled,
    placeholderData: keepPreviousData,
    queryFn: () => sent(csv),
  });
}

/** Tries the table and, if each row can be stored, stores all. */
export function useStoreResults() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (csv: string) => {
      const trial = await sent(csv);
      return trial.problems.length ? trial : sent(csv, trial.digest);
    },
    onSuccess: ({ loaded }) => (loaded ? client.invalidateQueries({ queryKey: ['samples'] }) : undefined),
  });
}
