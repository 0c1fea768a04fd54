import { Deliveries } from './Deliveries.tsx';
import { useChannelsTexts } from './texts.ts';

/** Who was told of one warning. */
export function SentAbout({ warning }: { warning: string }) {
  const t = useChannelsTexts();
  return (
    <>
      <h3>{t('deliveries')}</h3>
      <Deliveries of={{ warning }} empty={t('notSent')} />
    </>
  );
}
