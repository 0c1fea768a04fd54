import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { useDiscardQuestion } from '../shared/discard-question.ts';
import { isAnythingUnsent } from '../shared/kept-input.ts';

/** Stands between a page with something filled in and the way out of it: a link, the Back button, closing the tab. */
export function LeaveGuard() {
  const ask = useDiscardQuestion();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => currentLocation.pathname !== nextLocation.pathname && isAnythingUnsent(),
  );
  useEffect(() => {
    return blocker.state === 'blocked' ? ask(blocker.proceed, blocker.reset) : undefined;
  }, [blocker, ask]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (isAnythingUnsent()) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, []);
  return null;
}
