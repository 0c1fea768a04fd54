import { useEffect, useRef } from 'react';

const forms = new Set<() => boolean>();

/** Whether anything was filled in that nobody has handed in. */
export function isAnythingUnsent(): boolean {
  return [...forms].some((isFilled) => isFilled());
}

/** While it is shown, the page is not left without a question once `isFilled` says that something was filled in. */
export function useKeptInput(shown: boolean, isFilled: () => boolean): void {
  const latest = useRef(isFilled);
  useEffect(() => {
    latest.current = isFilled;
  });
  useEffect(() => {
    if (!shown) return;
    const form = () => latest.current();
    forms.add(form);
    return () => {
      forms.delete(form);
    };
  }, [shown]);
}
