import { useProductInWords } from './products.ts';

/** A product that a record tells, in the reader's language where its English name is known. */
export function ProductName({ name }: { name: string }) {
  const inWords = useProductInWords();
  return inWords(name);
}
