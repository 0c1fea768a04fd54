import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { ProblemNote } from '../shared/ProblemNote.tsx';
import { SignInAgain } from './SignInAgain.tsx';
import { useSession, useSessionEnded } from './session.ts';

/** Lets the signed-in through and sends the others to where they sign in or finish it, from where they come back here. */
export function RequireSession({ children }: { children: ReactNode }) {
  const session = useSession();
  const ended = useSessionEnded();
  const { pathname, search } = useLocation();
  if (session.isPending) return null;
  if (session.isError) return <ProblemNote error={session.error} retry={() => session.refetch()} />;
  if (session.data && !session.data.unfinished)
    return (
      <>
        {children}
        {ended && <SignInAgain />}
      </>
    );
  const next = pathname === '/' ? '' : `?next=${encodeURIComponent(pathname + search)}`;
  return <Navigate to={`${session.data ? '/finish-sign-in' : '/sign-in'}${next}`} replace />;
}
