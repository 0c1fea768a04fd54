import { useEffect, useState } from 'react';
import { InspectionPage } from '../inspections/InspectionPage.tsx';
import { TodayPage } from '../inspections/TodayPage.tsx';
import { SamplePage } from '../samples/SamplePage.tsx';
import { ScanPage } from '../scan/ScanPage.tsx';
import { database, type Profile } from '../store/database.ts';
import { InWeChat } from './InWeChat.tsx';
import { firstLanguage, keepLanguage, LanguageContext } from './language.ts';
import { SignIn } from './SignIn.tsx';
import { useTexts } from './texts.ts';

/** What is shown stands in the address, so that the phone's own "back" leads back. */
function useRoute(): string {
  const [route, setRoute] = useState(location.hash.slice(1));
  useEffect(() => {
    const follow = () => setRoute(location.hash.slice(1));
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return route;
}

export function App() {
  const [language, setLanguage] = useState(firstLanguage);
  useEffect(() => keepLanguage(language), [language]);
  const inWeChat = /MicroMessenger/i.test(navigator.userAgent);
  return (
    <LanguageContext value={language}>
      <Top onLanguage={() => setLanguage(language === 'zh' ? 'en' : 'zh')} />
      <main>{inWeChat ? <InWeChat /> : <Pages />}</main>
    </LanguageContext>
  );
}

function Top({ onLanguage }: { onLanguage: () => void }) {
  const t = useTexts();
  return (
    <header className="top">
      <strong>{t('product')}</strong>
      <button type="button" className="quiet" onClick={onLanguage}>
        {t('language')}
      </button>
    </header>
  );
}

function Pages() {
  const [profile, setProfile] = useState<Profile | null | undefined>();
  const route = useRoute();
  useEffect(() => {
    void database().then(async (store) => setProfile((await store.get('profile', 'me')) ?? null));
  }, []);
  if (profile === undefined) return null;
  if (!profile || route === '/sign-in')
    return (
      <SignIn
        profile={profile}
        onSignedIn={(signedIn) => {
          setProfile(signedIn);
          location.hash = '';
        }}
      />
    );
  const inspection = /^\/inspections\/([0-9a-f]{24})$/.exec(route)?.[1];
  if (inspection) return <InspectionPage key={inspection} id={inspection} profile={profile} />;
  if (route.startsWith('/sample')) return <SamplePage key={route} route={route} profile={profile} />;
  if (route === '/scan') return <ScanPage />;
  return <TodayPage profile={profile} onProfile={setProfile} />;
}
