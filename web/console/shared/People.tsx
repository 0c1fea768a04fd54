import { useQueries } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.ts';
import { createNamesOfPeople } from './names-of-people.ts';
import { useSharedTexts } from './texts-shared.ts';

const nameOf = createNamesOfPeople(async (usernames) => {
  const query = { usernames: usernames.join(',') };
  return (await answerOf(api.GET('/api/v1/people', { params: { query } }))).items;
});

/** The names that people use of those whose user names a record tells; the user name until it is known, or where it is not told. */
export function useNamesOfPeople(usernames: readonly string[]): string[] {
  const t = useSharedTexts();
  const known = useQueries({
    queries: usernames.map((username) => ({
      queryKey: ['people', username],
      staleTime: Number.POSITIVE_INFINITY,
      enabled: username !== 'system',
      queryFn: () => nameOf(username),
    })),
  });
  return usernames.map((username, index) => (username === 'system' ? t('system') : (known[index]?.data ?? username)));
}

/** Those who did something, by name; their user names when pointed at. */
export function People({ usernames }: { usernames: readonly string[] }) {
  const t = useSharedTexts();
  const names = useNamesOfPeople(usernames);
  return <span title={usernames.join(t('comma'))}>{names.join(t('comma'))}</span>;
}
