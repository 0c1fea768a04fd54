import type { PenaltyLaw } from '../../api/types.ts';
import { Chip } from '../../shared/Chip.tsx';
import { useBilingual } from '../../shared/texts.ts';
import { bandInWords, figureInWords } from './fine-words.ts';
import { useLawTexts } from './texts.ts';

/** What is known of a row of the law, in the same words wherever it stands. */

export function Fines({ row }: { row: PenaltyLaw }) {
  const t = useLawTexts();
  const bilingual = useBilingual();
  if (row.kind === 'discretion') return row.factors.map(({ words }) => bilingual(words)).join(' · ');
  if (row.kind === 'figure' && row.values.length === 0) return t('noFigure');
  const lines =
    row.kind === 'figure' ? row.values.map(figureInWords) : row.bands.map((band) => bandInWords(band, row.basis));
  return (
    <ul className="plain-list">
      {lines.map((line) => (
        <li key={line.zh}>{bilingual(line)}</li>
      ))}
    </ul>
  );
}

export function Effective({ row: { effectiveFrom: from, effectiveTo: to } }: { row: PenaltyLaw }) {
  const t = useLawTexts();
  return to === undefined ? t('openEnd', { from }) : t('fromTo', { from, to });
}

/** Whether its words were compared with the text of the law. */
export function Standing({ row }: { row: PenaltyLaw }) {
  const t = useLawTexts();
  const unchecked = row.sourceChecked === false;
  return <Chip tone={unchecked ? 'caution' : 'good'}>{t(unchecked ? 'unchecked' : 'checked')}</Chip>;
}
