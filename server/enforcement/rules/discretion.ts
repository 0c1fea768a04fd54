import { Decimal } from 'decimal.js';
import type { Bilingual } from '../../http/fields.ts';
import type { Discretion } from '../law/schema.ts';
import { amountText, type FineRange } from './fine-range.ts';

export type DiscretionBand = 'light' | 'ordinary' | 'heavy';

export interface Guide {
  band: DiscretionBand;
  /** Yuan, both included. */
  from: string;
  to: string;
  explained: Bilingual[];
}

const bandWords: Record<DiscretionBand, Bilingual> = {
  light: { zh: '从轻', en: 'light' },
  ordinary: { zh: '一般', en: 'ordinary' },
  heavy: { zh: '从重', en: 'heavy' },
};

/**
 * Which part of the range the factors lead to: those that speak for less against those that speak for more, and where
 * they balance the ordinary part. A guide within the range, never beyond it.
 */
export function guideFor(table: Discretion, factors: readonly string[], range: FineRange): Guide {
  const given = table.factors.filter(({ code }) => factors.includes(code));
  const lighter = given.filter(({ weight }) => weight === 'lighter').length;
  const heavier = given.length - lighter;
  const band: DiscretionBand = lighter > heavier ? 'light' : heavier > lighter ? 'heavy' : 'ordinary';
  const [low, high] = table.bands[new Decimal(range.from).isZero() ? 'maximum-only' : 'range'][band];
  const width = new Decimal(range.to).minus(range.from);
  const { zh, en } = bandWords[band];
  return {
    band,
    from: amountText(width.times(low).plus(range.from)),
    to: amountText(width.times(high).plus(range.from)),
    explained: [
      ...given.map(({ words, weight }) => ({
        zh: `${words.zh}：${weight === 'lighter' ? '从轻' : '从重'}`,
        en: `${words.en}: for ${weight === 'lighter' ? 'less' : 'more'}`,
      })),
      {
        zh: `从轻因素 ${lighter} 项，从重因素 ${heavier} 项：${zh}`,
        en: `${lighter} for less, ${heavier} for more: ${en}`,
      },
    ],
  };
}
