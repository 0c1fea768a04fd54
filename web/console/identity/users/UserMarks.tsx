import type { ManagedUser } from '../../api/types.ts';
import { Chip } from '../../shared/Chip.tsx';
import { useUsersTexts } from './texts.ts';

/** How an account stands. */
export function UserMarks({ user }: { user: ManagedUser }) {
  const t = useUsersTexts();
  return (
    <span className="page-marks">
      <Chip tone={user.disabledAt ? 'bad' : 'good'}>{t(user.disabledAt ? 'disabled' : 'enabled')}</Chip>
      {user.mustChangePassword && <Chip tone="caution">{t('mustChange')}</Chip>}
      {user.secondFactorSince && <Chip tone="good">{t('secondFactor')}</Chip>}
    </span>
  );
}
