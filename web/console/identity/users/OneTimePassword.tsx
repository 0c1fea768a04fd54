import { CopyButton } from '../../shared/CopyButton.tsx';
import { Facts } from '../../shared/Facts.tsx';
import { ShownOnce } from '../../shared/ShownOnce.tsx';
import { useUsersTexts } from './texts.ts';

interface Props {
  title: string;
  username: string;
  password: string;
  onClose(): void;
}

export function OneTimePassword({ title, username, password, onClose }: Props) {
  const t = useUsersTexts();
  return (
    <ShownOnce title={title} hint={t('oneTimeHint')} done={t('told')} onClose={onClose}>
      <Facts
        facts={[
          [t('username'), <code key="username">{username}</code>],
          [
            t('oneTimePassword'),
            <code key="password" className="secret" data-testid="one-time-password">
              {password}
            </code>,
          ],
        ]}
      />
      <CopyButton text={password} label={t('copyPassword')} />
    </ShownOnce>
  );
}
