import type { ReactNode } from 'react';
import { useTexts } from '../app/texts.ts';

/** While it is handed in a form takes nothing more: it waits for photographs that are still being taken in. */
export function HandingIn({ now, children }: { now: boolean; children: ReactNode }) {
  const t = useTexts();
  return (
    <>
      <div inert={now}>{children}</div>
      <p role="status" className="note">
        {now && t('handingIn')}
      </p>
    </>
  );
}
