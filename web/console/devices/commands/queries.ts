import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { DeviceCommand } from '../../api/types.ts';
import { chosen, useCursorList } from '../../shared/cursor-list.ts';

const keyOf = (id: string) => ['devices', 'commands', id];

export function useCommands(id: string) {
  return useCursorList<DeviceCommand>(
    keyOf(id),
    (cursor) =>
      answerOf(api.GET('/api/v1/devices/{id}/commands', { params: { path: { id }, query: chosen({ cursor }) } })),
    { refetchInterval: 10_000 },
  );
}

export function useCommandKinds() {
  return useQuery({
    queryKey: ['command-kinds'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => (await answerOf(api.GET('/api/v1/command-kinds'))).items,
  });
}

export function useSendCommand(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { name: string; parameters: Record<string, number> }) =>
      answerOf(api.POST('/api/v1/devices/{id}/commands', { params: { path: { id } }, body })),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(id) }),
  });
}
