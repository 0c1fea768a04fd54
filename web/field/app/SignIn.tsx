import { type FormEvent, useState } from 'react';
import { answerOf, api, Refused } from '../api.ts';
import { refresh } from '../inspections/refresh.ts';
import { tellChanged } from '../queue/useQueue.ts';
import { forgetAll, type Profile } from '../store/database.ts';
import { countUnsent } from '../store/unsent.ts';
import { useLanguage } from './language.ts';
import { useTexts } from './texts.ts';

interface Props {
  profile: Profile | null;
  onSignedIn(profile: Profile): void;
}

/** What another person left on this device is not shown to whoever signs in next: it is sent by them, or it stays away. */
async function makeWay(userId: string, profile: Profile | null): Promise<string | null> {
  if (!profile || profile.user.id === userId) return null;
  if ((await countUnsent()) > 0) return profile.user.displayName;
  await forgetAll();
  return null;
}

export function SignIn({ profile, onSignedIn }: Props) {
  const t = useTexts();
  const language = useLanguage();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const [username, password, code] = ['username', 'password', 'code'].map((name) => String(given.get(name) ?? ''));
    setBusy(true);
    setFault(null);
    try {
      const body = { username: username ?? '', password: password ?? '', ...(code && { code }) };
      const { data } = await answerOf(api.POST('/api/v1/session', { body }));
      const left = await makeWay(data.user.id, profile);
      if (left !== null) {
        await api.DELETE('/api/v1/session');
        setFault(t('otherPerson', { name: left }));
        return;
      }
      onSignedIn(await refresh(data.user));
      await navigator.storage?.persist?.();
      tellChanged();
    } catch (error) {
      setFault(error instanceof Refused ? error.text[language] : t('noNetwork'));
    } finally {
      setBusy(false);
    }
  };

  return (
    <form className="card" onSubmit={submit}>
      <h1>{t('signIn')}</h1>
      <p className="note">{t('signInHint')}</p>
      <label>
        {t('username')}
        <input
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          required
          defaultValue={profile?.user.username}
        />
      </label>
      <label>
        {t('password')}
        <input name="password" type="password" autoComplete="current-password" required />
      </label>
      <label>
        {t('code')}
        <input name="code" inputMode="numeric" autoComplete="one-time-code" maxLength={20} />
      </label>
      {fault && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
      <button type="submit" className="primary" disabled={busy}>
        {t('signIn')}
      </button>
    </form>
  );
}
