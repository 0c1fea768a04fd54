import { useCallback, useRef, useState } from 'react';

/**
 * What somebody fills in, stored by `keep` with every change. A change is made upon the newest, also one that was long
 * under way, such as a photograph that waits for its place; once it has ended nothing changes or stores it any more.
 */
export function useDraft<Draft>(keep: (draft: Draft) => Promise<unknown>) {
  const [draft, setDraft] = useState<Draft | null>(null);
  const newest = useRef<Draft | null>(null);
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
  const end = useCallback(() => {
    newest.current = null;
  }, []);
  return { draft, begin, change, end };
}
