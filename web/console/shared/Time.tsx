import { useSyncExternalStore } from 'react';
import { writeExactTime, writeRelative, writeTime } from './format.ts';
import { useLanguage } from './texts.ts';

const tick = 15_000;
let now = Date.now();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** One clock for all relative times of the page, and none while no such time is shown. */
function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) now = Date.now();
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const each of listeners) each();
  }, tick);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}

export function Time({ at }: { at: string }) {
  const language = useLanguage();
  return (
    <time dateTime={at} title={writeExactTime(at, language)} className="nowrap">
      {writeTime(at, language)}
    </time>
  );
}

/** How long ago; the exact time stands in the tooltip. */
export function RelativeTime({ at }: { at: string }) {
  const language = useLanguage();
  const current = useNow();
  return (
    <time dateTime={at} title={writeExactTime(at, language)} className="nowrap">
      {writeRelative(at, Math.max(current, Date.parse(at)), language)}
    </time>
  );
}
