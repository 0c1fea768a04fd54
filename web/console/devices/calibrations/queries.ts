import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';

type Body = paths['/api/v1/devices/{id}/calibrations']['post']['requestBody']['content']['application/json'];

const keyOf = (id: string) => ['devices', 'calibrations', id];

export function useCalibrations(id: string) {
  return useQuery({
    queryKey: keyOf(id),
    queryFn: () => answerOf(api.GET('/api/v1/devices/{id}/calibrations', { params: { path: { id } } })),
  });
}

export function useRecordCalibration(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Body) =>
      answerOf(api.POST('/api/v1/devices/{id}/calibrations', { params: { path: { id } }, body })),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(id) }),
  });
}
