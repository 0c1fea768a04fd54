import { Chip } from './Chip.tsx';
import { useSharedTexts } from './texts-shared.ts';

/** When something must be done, as the API gives it with deadlines. */
export interface Due {
  /** YYYY-MM-DD in China, the last day on which it is in time. */
  lastDay: string;
  /** Less than 0 once it is over; absent where the time does not run. */
  workingDaysLeft?: number | undefined;
  /** The provision that the term stands in. */
  clause?: string | undefined;
}

/** Working days left, by which provision, and the last day. */
export function TimeLeft({ due: { lastDay, workingDaysLeft, clause } }: { due: Due }) {
  const t = useSharedTexts();
  return (
    <>
      {workingDaysLeft !== undefined && <LeftChip days={workingDaysLeft} />}{' '}
      <span className="nowrap">{t('lastDay', { day: lastDay })}</span>
      {clause && <div className="under">{clause}</div>}
    </>
  );
}

function LeftChip({ days }: { days: number }) {
  const t = useSharedTexts();
  if (days < 0) return <Chip tone="bad">{t(days === -1 ? 'lateByOne' : 'lateBy', { days: -days })}</Chip>;
  if (days === 0) return <Chip tone="caution">{t('lastDayNow')}</Chip>;
  return <Chip tone={days <= 3 ? 'caution' : 'busy'}>{t(days === 1 ? 'leftOne' : 'left', { days })}</Chip>;
}
