import type { Bilingual } from '../../http/fields.ts';

export const dryRunStates = ['running', 'done', 'cancelled', 'failed'] as const;
export type DryRunState = (typeof dryRunStates)[number];

/** 规则试算: it runs until everything is looked at, somebody cancels it, or it has failed too often. */
export const dryRunTransitions = {
  cancel: { from: ['running'], to: 'cancelled', permission: 'warning-dry-runs:cancel' },
  'everything looked at': { from: ['running'], to: 'done', permission: 'the platform' },
  'failed too often': { from: ['running'], to: 'failed', permission: 'the platform' },
} as const;

const standing: Readonly<Record<DryRunState, Bilingual | null>> = {
  running: null,
  done: { zh: '试算已完成', en: 'the dry run is done already' },
  cancelled: { zh: '试算已取消', en: 'the dry run was cancelled' },
  failed: { zh: '试算已失败', en: 'the dry run has failed' },
};

/** `null` when it can be cancelled now, else why not. Rights are asked apart. */
export const whyNotCancelled = (state: DryRunState): Bilingual | null => standing[state];
