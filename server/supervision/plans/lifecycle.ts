import type { Bilingual } from '../../http/fields.ts';

/** A plan that names its producers is issued as it is made; one that draws them is a draft until then. */
export const planStates = ['draft', 'drawn', 'issued'] as const;
export type PlanState = (typeof planStates)[number];

/** 检查计划: drawn once; who does not like a draw cannot draw again. */
export const planTransitions = [
  { verb: 'draw', from: ['draft'], to: 'drawn', permission: 'inspection-plans:draw' },
] as const satisfies readonly { verb: string; from: readonly PlanState[]; to: PlanState; permission: string }[];

export function whyNotDrawn(state: PlanState): Bilingual | null {
  if (state === 'issued')
    return {
      zh: '例行和专项计划直接下达，不抽取',
      en: 'routine and special plans name their producers and are not drawn',
    };
  return state === 'draft' ? null : { zh: '已经抽取，不得重抽', en: 'it is drawn already, and not drawn again' };
}
