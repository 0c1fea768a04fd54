import type { WarningFollower } from '../../warnings/index.ts';
import type { Clues } from './clues.ts';

/**
 * A red warning about a producer is a clue, in the transaction that raises it; the authority's own delays are none. A warning about
 * a sample is of the same matter as the sample's result.
 */
export function clueOfRedWarning({ openClue }: Pick<Clues, 'openClue'>): WarningFollower {
  return async (work, warning, happening) => {
    const { _id, kind, level, producerId, sampleId, batchCode, divisionCode, title, detail } = warning;
    const reddened = level === 'red' && (happening === 'opened' || happening === 'level-raised');
    if (!reddened || !producerId || kind === 'overdue-task') return;
    const id = _id.toHexString();
    await openClue(work, {
      kind: 'warning',
      matter: sampleId ? `sample ${sampleId.toHexString()}` : `warning ${id}`,
      source: { resource: 'warnings', id, label: title.zh },
      divisionCode,
      text: `${title.zh}：${detail.zh}`,
      producerId: producerId.toHexString(),
      batchCode,
    });
  };
}
