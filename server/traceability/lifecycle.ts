import type { Bilingual } from '../http/fields.ts';
import type { Permission } from '../identity/permissions.ts';
import type { BatchRecord } from './model.ts';

interface Transition {
  verb: 'hold' | 'release';
  from: readonly BatchRecord['status'][];
  to: BatchRecord['status'];
  permission: Permission;
  /** Why this batch may not take the step although its state would allow it; `null` when it may. */
  guard?(batch: Pick<BatchRecord, 'code' | 'reasons'>): Bilingual | null;
  otherwise: Bilingual;
}

/** The life of a batch's hold. Recalls have a life of their own and end elsewhere. */
export const batchTransitions: readonly Transition[] = [
  {
    verb: 'hold',
    from: ['normal'],
    to: 'held',
    permission: 'batches:hold',
    otherwise: { zh: '该批次已被控制', en: 'the batch is held already' },
  },
  {
    verb: 'release',
    from: ['held'],
    to: 'normal',
    permission: 'batches:release',
    guard: (batch) =>
      batch.reasons.every(({ fromBatch }) => fromBatch !== undefined && fromBatch !== batch.code)
        ? {
            zh: '控制源自上游批次，请在源头批次解除',
            en: 'the hold comes from a batch upstream: release it there',
          }
        : null,
    otherwise: { zh: '该批次未被控制', en: 'the batch is not held' },
  },
];

/** `null` when the verb is allowed, else why not. */
export function whyRefused(
  batch: Pick<BatchRecord, 'code' | 'status' | 'reasons'>,
  verb: 'hold' | 'release',
): Bilingual | null {
  const transition = batchTransitions.find((candidate) => candidate.verb === verb);
  if (!transition?.from.includes(batch.status)) return transition?.otherwise ?? null;
  return transition.guard?.(batch) ?? null;
}
