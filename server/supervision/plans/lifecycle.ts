import type { Bilingual } from '../../http/fields.ts';

export const planStates = ['draft', 'drawn'] as const;
export type PlanState = (typeof planStates)[number];

/** 检查计划: drawn once; who does not like a draw cannot draw again. */
export const planTransitions = [
  { verb: 'draw', from: ['draft'], to: 'drawn', permission: 'inspection-plans:draw' },
] as const satisfies readonly { verb: string; from: readonly PlanState[]; to: PlanState; permission: string }[];

export function whyNotDrawn(state: PlanState): Bilingual | null {
  return state === 'draft' ? null : { zh: '已经抽取，不得重抽', en: 'it is drawn already, and not drawn again' };
}
