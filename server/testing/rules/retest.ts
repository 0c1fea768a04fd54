import { methodKey } from './authorization.ts';
import { isRapidMethod } from './rapid.ts';

/** How rapid methods are known: rows of data, and words that their names bear. */
export interface RapidMethodsKnown {
  methods: readonly { method: string }[];
  screening: readonly { method: string }[];
  words: readonly string[];
}

/** What was found first: in a laboratory, or by a rapid test and its method. */
export interface FirstTest {
  laboratory?: string | undefined;
  rapid?: { method?: string | undefined } | undefined;
}

/**
 * Why this is not the re-test that the law asks for; `null` when it is. The result of a rapid test is not tested again by a rapid
 * method, hence not by its own either; another result not by the same laboratory, however its name is written.
 * Source: 农产品质量安全法 51 ¶1, ¶2.
 */
export function whyNoRetest(
  { laboratory, method }: { laboratory: string; method: string },
  first: FirstTest,
  known: RapidMethodsKnown,
): 'same-laboratory' | 'rapid-method' | null {
  if (first.laboratory !== undefined && sameName(laboratory, first.laboratory)) return 'same-laboratory';
  if (!first.rapid) return null;
  const own = first.rapid.method === undefined ? [] : [{ method: first.rapid.method }];
  const isRapid =
    isRapidMethod(method, [...known.methods, ...known.screening]) ||
    own.some((each) => methodKey(each.method) === methodKey(method)) ||
    known.words.some((word) => method.normalize('NFKC').includes(word));
  return isRapid ? 'rapid-method' : null;
}

function sameName(one: string, other: string): boolean {
  const plain = (name: string) => name.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();
  return plain(one) === plain(other);
}
