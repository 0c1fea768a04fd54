import { Facts } from '../../shared/Facts.tsx';
import { writeAmount } from '../../shared/format.ts';
import { Section } from '../../shared/Section.tsx';
import { useLanguage } from '../../shared/texts.ts';
import { useRecallProgress } from './queries.ts';
import { useRecallTexts } from './texts.ts';

/** How many holders have answered, and how much of the goods is accounted for. */
export function RecallProgress({ id }: { id: string }) {
  const t = useRecallTexts();
  const language = useLanguage();
  const { data: progress } = useRecallProgress(id);
  if (!progress) return null;
  const { tasks, received, reported, drawn, checked, effective, quantities } = progress;
  const of = (count: number, all: number) => t('ofAll', { count, all });
  return (
    <Section title={t('progress')}>
      <Facts
        facts={[
          [t('received'), of(received, tasks)],
          [t('reported'), of(reported, tasks)],
          [t('checked'), of(checked, drawn)],
          [t('effective'), of(effective, checked)],
          ...quantities.map(({ unit, total, open, share }): [string, string] => [
            `${t('accounted')} (${unit})`,
            `${writeAmount(total - open, unit, language)} / ${writeAmount(total, unit, language)} · ${writeAmount(Math.floor(share * 1_000) / 10, '%', language)}`,
          ]),
        ]}
      />
    </Section>
  );
}
