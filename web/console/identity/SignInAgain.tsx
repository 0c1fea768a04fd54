import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { SignIn } from './SignInPage.tsx';
import { useSession } from './session.ts';
import { useIdentityTexts } from './texts.ts';

/**
 * Over the whole page when the session has ended, so that nothing of it is seen or can be used; what somebody was filling in is there
 * again once the same person has signed in. A modal dialog of the browser's own lies above all others.
 */
export function SignInAgain() {
  const t = useIdentityTexts();
  const { data: user } = useSession();
  const { pathname, search } = useLocation();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const { current } = dialog;
    // Escape is not for the dialogs below, which listen on the window.
    const keep = (event: KeyboardEvent) => event.key === 'Escape' && event.stopPropagation();
    current?.showModal();
    current?.addEventListener('keydown', keep);
    return () => current?.removeEventListener('keydown', keep);
  }, []);
  return (
    <dialog ref={dialog} className="sign-in-again" aria-label={t('title')} onCancel={(event) => event.preventDefault()}>
      <SignIn next={pathname + search} username={user?.username} />
    </dialog>
  );
}
