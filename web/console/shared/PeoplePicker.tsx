import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { answerOf, api } from '../api/client.ts';
import type { CurrentUser } from '../api/types.ts';

type Role = CurrentUser['roles'][number];

/** People of the own division and below who hold a role, to choose from. */
export function useHolding(role: Role) {
  const { data } = useQuery({
    queryKey: ['people', 'holding', role],
    staleTime: 60_000,
    queryFn: () => answerOf(api.GET('/api/v1/people', { params: { query: { role } } })),
  });
  return (data?.items ?? []).map(({ username, displayName }) => ({
    value: username,
    label: `${displayName} ${username}`,
  }));
}

interface Given {
  /** Who can be chosen: people of the own division and below who hold it. */
  holding: Role;
  id?: string;
}

const found = { optionFilterProp: 'label' } as const;

/** Somebody, within an antd form, which gives `value` and `onChange`: the user name. */
export function PersonPicker({ holding, ...given }: Given & { value?: string; onChange?(value?: string): void }) {
  return <Select {...given} allowClear showSearch={found} options={useHolding(holding)} />;
}

/** Some people, in the order in which they were chosen. */
export function PeoplePicker({ holding, ...given }: Given & { value?: string[]; onChange?(value: string[]): void }) {
  return <Select {...given} mode="multiple" showSearch={found} options={useHolding(holding)} />;
}
