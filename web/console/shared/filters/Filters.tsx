import type { ReactNode } from 'react';
import { useSharedTexts } from '../texts-shared.ts';
import { SavedViews } from './SavedViews.tsx';

/** What narrows a list down, above it; the filters stand in the address and can be saved under a name. */
export function Filters({ children }: { children: ReactNode }) {
  const t = useSharedTexts();
  return (
    <search className="filters" aria-label={t('filters')}>
      {children}
      <SavedViews />
    </search>
  );
}
