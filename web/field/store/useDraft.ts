import { useCallback, useRef, useState } from 'react';

/**
 * What somebody fills in, stored by `keep` with every change. A change is made upon the newest, also one that was long
 * under way, such as a photograph that waits for its place: `end` waits for it; after that nothing changes or stores it.
 */
export function useDraft<Draft>(keep: (draft: Draft) => Promise<unknown>) {
  const [draft, setDraft] = useState<Draft | null>(null);
  const newest = useRef<Draft | null>(null);
  const underWay = useRef(new Set<Promise<unknown>>());
  const begin = useCallback((first: Draft) => {
    newest.current = first;
    setDraft(first);
  }, []);
  const change = useCallback(
    (of: (draft: Draft) => Draft) => {
      if (newest.current === null) return;
      const next = of(newest.current);
      begin(next);
      void keep(next);
    },
    [begin, keep],
  );
  const during = useCallback((work: Promise<unknown>) => {
    underWay.current.add(work);
    void work.finally(() => underWay.current.delete(work)).catch(() => undefined);
  }, []);
  /** The draft with everything that was begun before. */
  const end = useCallback(async () => {
    while (underWay.current.size > 0) await Promise.allSettled(underWay.current);
    const last = newest.current;
    newest.current = null;
    return last;
  }, []);
  const drop = useCallback(() => {
    newest.current = null;
  }, []);
  return { draft, begin, change, during, end, drop };
}
