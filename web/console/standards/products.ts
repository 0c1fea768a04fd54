import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.ts';
import type { Product } from '../api/types.ts';

/** Products to choose from. */
export function useProducts() {
  return useQuery({
    queryKey: ['products', 'choice'],
    staleTime: 60_000,
    queryFn: async (): Promise<Product[]> =>
      (await answerOf(api.GET('/api/v1/products', { params: { query: { limit: 500 } } }))).items,
  });
}

/** The name of a product, or its id until the names are here. */
export function useProductName(): (id: string) => string {
  const { data } = useProducts();
  return (id) => data?.find((product) => product.id === id)?.name ?? id;
}

/** For a list to choose from: the name, and the food that it is. */
export function useProductOptions(): { value: string; label: string }[] {
  const { data = [] } = useProducts();
  return data.map(({ id, name, categoryPath }) => ({
    value: id,
    label: [name, categoryPath.at(-1)].filter(Boolean).join(' · '),
  }));
}
