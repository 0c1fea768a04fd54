import type { EnforcementCase } from '../api/types.ts';
import { Chip, type Tone } from '../shared/Chip.tsx';
import { useEnforcementTexts } from './texts.ts';
import { useCaseState } from './words.ts';

const over: readonly string[] = ['closed', 'executed'];
const ended: readonly string[] = ['dropped', 'not-punished', 'transferred', 'withdrawn'];

export function CaseChip({ state }: Pick<EnforcementCase, 'state'>) {
  const word = useCaseState();
  const tone: Tone = over.includes(state) ? 'good' : ended.includes(state) ? 'neutral' : 'busy';
  return <Chip tone={tone}>{word(state)}</Chip>;
}

/** How much time a deadline leaves, and by which clause. */
export function DeadlineLeft({ deadline }: { deadline: EnforcementCase['line']['now'][number] }) {
  const t = useEnforcementTexts();
  const { suspended, overdue, daysLeft, lastDay } = deadline;
  if (suspended) return <Chip tone="neutral">{t('suspended')}</Chip>;
  if (overdue) return <Chip tone="bad">{t('overdueSince', { day: lastDay })}</Chip>;
  return <Chip tone={daysLeft < 3 ? 'caution' : 'busy'}>{t('daysLeft', { days: daysLeft, day: lastDay })}</Chip>;
}
