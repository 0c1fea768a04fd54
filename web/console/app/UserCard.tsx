import { Button } from 'antd';
import { Link } from 'react-router';
import { useRoleName } from '../identity/roles.ts';
import { useSession, useSignOut } from '../identity/session.ts';
import { Division } from '../producers/Division.tsx';
import { useShellTexts } from './texts.ts';

/** Who is signed in, for which division and with which roles. */
export function UserCard() {
  const t = useShellTexts();
  const { data: user } = useSession();
  const roleName = useRoleName();
  const signOut = useSignOut();
  if (!user) return null;
  return (
    <section className="user-card" aria-label={t('account')}>
      <strong>{user.displayName}</strong>
      <span>
        <Division code={user.divisionCode} name={user.divisionName} />
      </span>
      <span>{user.roles.map(roleName).join(' · ')}</span>
      <Link to="/account">{t('myAccount')}</Link>
      <Button block loading={signOut.isPending} onClick={() => signOut.mutate('here')}>
        {t('signOut')}
      </Button>
    </section>
  );
}
