import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { ProblemNote } from '../shared/ProblemNote.tsx';
import { useSession } from './session.ts';

/** Lets the signed-in through and sends the others to the sign-in page, from where they come back here. */
export function RequireSession({ children }: { children: ReactNode }) {
  const session = useSession();
  const { pathname, search } = useLocation();
  if (session.isPending) return null;
  if (session.isError) return <ProblemNote error={session.error} retry={() => session.refetch()} />;
  if (session.data) return children;
  const next = pathname === '/' ? '' : `?next=${encodeURIComponent(pathname + search)}`;
  return <Navigate to={`/sign-in${next}`} replace />;
}
