import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { answerOf, api } from '../api/client.ts';
import type { Product } from '../api/types.ts';
import { useWithEnglish } from '../shared/texts.ts';

/** Products to choose from. */
export function useProducts() {
  return useQuery({
    queryKey: ['products', 'choice'],
    staleTime: 60_000,
    queryFn: async (): Promise<Product[]> =>
      (await answerOf(api.GET('/api/v1/products', { params: { query: { limit: 500 } } }))).items,
  });
}

/** The name of a product that a record tells, in the reader's language where it is known. */
export function useProductInWords(): (name: string) => string {
  const { data } = useProducts();
  const words = useWithEnglish();
  return useCallback((name) => words(name, data?.find((product) => product.name === name)?.nameEn), [data, words]);
}

/** The name of a product, or its id until the names are here. */
export function useProductName(): (id: string) => string {
  const { data } = useProducts();
  const words = useWithEnglish();
  return (id) => {
    const product = data?.find((each) => each.id === id);
    return product ? words(product.name, product.nameEn) : id;
  };
}

/** For a list to choose from: the name, and the food that it is. */
export function useProductOptions(): { value: string; label: string }[] {
  const { data = [] } = useProducts();
  const words = useWithEnglish();
  return data.map(({ id, name, nameEn, categoryPath }) => ({
    value: id,
    label: [words(name, nameEn), categoryPath.at(-1)].filter(Boolean).join(' · '),
  }));
}
