import type { Bilingual } from '../../http/fields.ts';
import type { HoldReason } from '../model.ts';

/** An officer's own words may name people; the public reads a fixed sentence instead. */
export function publicReason({ kind, text }: Pick<HoldReason, 'kind' | 'text'>): Bilingual {
  if (kind === 'officer') return stoppedByAuthority;
  if (kind === 'held-ancestor') return heldWithItsSource;
  return kind === 'held-content' ? heldWithItsContents : { zh: text.zh, en: text.en };
}

const stoppedByAuthority = {
  zh: '监管部门要求暂停销售，正在调查',
  en: 'The authority has stopped its sale and is investigating',
};

const heldWithItsSource = {
  zh: '其原料批次已被控制，正在调查',
  en: 'A batch it was made from is on hold and under investigation',
};

const heldWithItsContents = {
  zh: '其中装有被控制的批次，正在调查',
  en: 'It holds a batch that is on hold and under investigation',
};

/** A hold that began at a batch of somebody else: what that batch's own page tells everybody, and no more. */
export function reasonFromElsewhere({ kind, text, at, fromBatch, by }: HoldReason): HoldReason {
  return {
    kind,
    text: by === undefined ? { zh: text.zh, en: text.en } : stoppedByAuthority,
    at,
    ...(fromBatch !== undefined && { fromBatch }),
  };
}
