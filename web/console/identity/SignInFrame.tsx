import type { ReactNode } from 'react';
import { ShellControls } from '../app/ShellControls.tsx';
import { useShellTexts } from '../app/texts.ts';
import { useDocumentTitle } from '../shared/PageHeading.tsx';

/** What stands before the console: signing in, and what a sign-in still lacks. */
export function SignInFrame({ title, children }: { title: string; children: ReactNode }) {
  const shell = useShellTexts();
  useDocumentTitle(title);
  return (
    <div className="sign-in">
      <header>
        <ShellControls />
      </header>
      <main>
        <p className="sign-in-name">{shell('product')}</p>
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  );
}

/** Only a path of this console: an address from outside must not lead elsewhere after signing in. */
export function safeNext(next: string | null): string {
  return next && /^\/(?![/\\])/.test(next) ? next : '/';
}
