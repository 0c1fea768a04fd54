import { Navigate } from 'react-router';
import { useSession } from '../identity/session.ts';
import { startOf } from './start.ts';

export function StartPage() {
  const { data: user } = useSession();
  return <Navigate to={startOf(user?.roles ?? [])} replace />;
}
