import type { Bilingual } from '../../http/fields.ts';
import type { BatchRecord, StepKind } from '../model.ts';

const movements: readonly StepKind[] = ['ship', 'receive', 'transform'];

export function isMovement(step: StepKind): boolean {
  return movements.includes(step);
}

/**
 * A batch that is held or recalled stays where it is: nothing that happened after the hold may move or change it.
 * What happened before the hold is a fact and may still be recorded late.
 */
export function whyNotMoved(
  batch: Pick<BatchRecord, 'code' | 'status' | 'reasons'>,
  step: StepKind,
  at: Date,
): Bilingual | null {
  if (batch.status === 'normal' || !isMovement(step)) return null;
  const heldSince = Math.min(...batch.reasons.map((reason) => reason.at.getTime()));
  if (at.getTime() < heldSince) return null;
  return {
    zh: `批次 ${batch.code} 已被控制，不得流转`,
    en: `batch ${batch.code} is ${batch.status} and must not be moved or processed`,
  };
}
