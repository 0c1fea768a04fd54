import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import type { NumberBlock } from '../../api/types.ts';
import { chosen, useCursorList } from '../../shared/cursor-list.ts';

export type HandOutBody = paths['/api/v1/number-blocks']['post']['requestBody']['content']['application/json'];
type Query = NonNullable<paths['/api/v1/number-blocks']['get']['parameters']['query']>;
export type BlockFilters = Pick<Query, 'holder' | 'kind' | 'unreturned'>;

const key = ['number-blocks'];

export function useNumberBlocks(filters: BlockFilters) {
  return useCursorList<NumberBlock>([...key, filters], (cursor) =>
    answerOf(api.GET('/api/v1/number-blocks', { params: { query: { ...filters, ...chosen({ cursor }) } } })),
  );
}

export function useNumberBlockVerbs() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: key });
  const handOut = useMutation({
    mutationFn: (body: HandOutBody) => answerOf(api.POST('/api/v1/number-blocks', { body })),
    onSettled,
  });
  const giveBack = useMutation({
    mutationFn: (id: string) => answerOf(api.POST('/api/v1/number-blocks/{id}/return', { params: { path: { id } } })),
    onSettled,
  });
  return { handOut, giveBack };
}
