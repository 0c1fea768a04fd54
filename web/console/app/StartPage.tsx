import { Navigate } from 'react-router';
import { useMay } from '../identity/session.ts';

/** Where the signed-in begin: who oversees divisions at their overview, anybody else at the warnings. */
export function StartPage() {
  const may = useMay();
  return <Navigate to={may('assessment-figures:read') ? '/overview' : '/warnings'} replace />;
}
