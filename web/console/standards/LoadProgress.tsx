import { useId } from 'react';
import { useStandardsTexts } from './texts.ts';

/** @param sent the share of the file's bytes that are on the server, from 0 to 1 */
export function LoadProgress({ sent, loading }: { sent: number; loading: boolean }) {
  const t = useStandardsTexts();
  const id = useId();
  const arrived = sent >= 1;
  return (
    <p role="status">
      <label htmlFor={id}>{t(arrived ? (loading ? 'loading' : 'checking') : 'sending')}</label>{' '}
      <progress id={id} {...(!arrived && { value: sent })} />
    </p>
  );
}
