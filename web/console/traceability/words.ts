import { useWords } from '../shared/texts.ts';

const statuses = {
  normal: { zh: '正常', en: 'Normal' },
  held: { zh: '已控制', en: 'Held' },
  recalled: { zh: '已召回', en: 'Recalled' },
};

export const statusNames = ['normal', 'held', 'recalled'] as const;

export function useBatchStatusWord(): (status: string) => string {
  return useWords(statuses);
}

const steps = {
  sow: { zh: '播种', en: 'Sowing' },
  treat: { zh: '施用投入品', en: 'Treatment' },
  irrigate: { zh: '灌溉', en: 'Irrigation' },
  harvest: { zh: '采收', en: 'Harvest' },
  transform: { zh: '加工、分装或合并', en: 'Processing, split or merge' },
  ship: { zh: '发货', en: 'Shipping' },
  receive: { zh: '收货', en: 'Receiving' },
};

export type Step = keyof typeof steps;

export const stepNames = Object.keys(steps) as Step[];

export function useStepWord(): (step: string) => string {
  return useWords(steps);
}
