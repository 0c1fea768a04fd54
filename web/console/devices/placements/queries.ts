import { useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';

type Body<Path extends '/api/v1/devices/{id}/place' | '/api/v1/devices/{id}/correct-placements'> =
  paths[Path]['post']['requestBody']['content']['application/json'];

export function usePlacements(id: string) {
  return useQuery({
    queryKey: ['devices', 'placements', id],
    queryFn: () => answerOf(api.GET('/api/v1/devices/{id}/placements', { params: { path: { id } } })),
  });
}

export function usePlacing(id: string) {
  const client = useQueryClient();
  const params = { path: { id } };
  const anew = async (call: Promise<unknown>): Promise<void> => {
    await call;
    await client.invalidateQueries({ queryKey: ['devices'] });
  };
  return {
    place: (body: Body<'/api/v1/devices/{id}/place'>) =>
      anew(answerOf(api.POST('/api/v1/devices/{id}/place', { params, body }))),
    correct: (body: Body<'/api/v1/devices/{id}/correct-placements'>) =>
      anew(answerOf(api.POST('/api/v1/devices/{id}/correct-placements', { params, body }))),
  };
}
