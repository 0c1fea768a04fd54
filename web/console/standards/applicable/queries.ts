import { answerOf, api } from '../../api/client.ts';
import type { ApplicableLimit } from '../../api/types.ts';
import { chosen, useCursorList } from '../../shared/cursor-list.ts';

export interface ApplicableFilters {
  product?: string;
  food?: string;
  substance?: string;
  on?: string;
}

/** What applies to a product, or else to a food. */
export function useApplicableLimits({ product, food, ...filters }: ApplicableFilters) {
  const asked = { ...filters, ...(product ? { product } : { food }) };
  return useCursorList<ApplicableLimit>(
    ['standards', 'applicable', asked],
    (cursor) => answerOf(api.GET('/api/v1/limits/applicable', { params: { query: chosen({ ...asked, cursor }) } })),
    { enabled: Boolean(product ?? food) },
  );
}
