import { Button } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { NavLink, Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router';
import { useMay } from '../identity/session.ts';
import { WarningStreamProvider } from '../warnings/WarningStreamProvider.tsx';
import { LeaveGuard } from './LeaveGuard.tsx';
import { navigation } from './navigation.ts';
import { PlatformNotes } from './PlatformNotes.tsx';
import { ShellControls } from './ShellControls.tsx';
import { useShellTexts } from './texts.ts';
import { UserCard } from './UserCard.tsx';

export function Shell() {
  const t = useShellTexts();
  const [openAt, setOpenAt] = useState<string | null>(null);
  const main = useRef<HTMLElement>(null);
  const side = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const busy = useNavigation().state === 'loading';

  const open = openAt === pathname;
  const shown = useRef(pathname);

  // Whoever reads by ear starts at the top of the new page too.
  useEffect(() => {
    if (shown.current !== pathname) main.current?.focus({ preventScroll: true });
    shown.current = pathname;
    side.current?.querySelector('a.active')?.scrollIntoView({ block: 'nearest' });
  }, [pathname]);

  return (
    <WarningStreamProvider>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <div className="shell">
        <header className="shell-top">
          <Button
            className="shell-menu"
            aria-expanded={open}
            aria-controls="navigation"
            onClick={() => setOpenAt(open ? null : pathname)}
          >
            {t('menu')}
          </Button>
          <span className="shell-name">{t('product')}</span>
          <ShellControls />
        </header>
        <div className={open ? 'shell-side open' : 'shell-side'} id="navigation">
          <nav aria-label={t('navigation')} ref={side}>
            {navigation.map((group) => (
              <NavigationGroup key={group.title} {...group} />
            ))}
          </nav>
          <UserCard />
        </div>
        <main id="main" className="shell-main" ref={main} tabIndex={-1} aria-busy={busy}>
          <div className={busy ? 'progress on' : 'progress'} aria-hidden="true" />
          <PlatformNotes />
          <Outlet />
          <ScrollRestoration />
          <LeaveGuard />
        </main>
      </div>
    </WarningStreamProvider>
  );
}

/** One element's pages, of those that the caller may open. */
function NavigationGroup({ title, entries }: (typeof navigation)[number]) {
  const t = useShellTexts();
  const may = useMay();
  const id = useId();
  const shown = entries.filter(({ permission }) => may(permission));
  if (shown.length === 0) return null;
  return (
    <>
      <h2 id={id}>{t(title)}</h2>
      <ul aria-labelledby={id}>
        {shown.map(({ to, text }) => (
          <li key={to}>
            <NavLink to={to} end={to === '/warnings' || to === '/assessment'}>
              {t(text)}
            </NavLink>
          </li>
        ))}
      </ul>
    </>
  );
}
