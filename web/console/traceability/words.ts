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
  other: { zh: '其他记录', en: 'Other record' },
};

/** What can be recorded here; other systems' events may tell of any other step. */
export type Step = Exclude<keyof typeof steps, 'other'>;

export const stepNames = Object.keys(steps).filter((step): step is Step => step !== 'other');

export function useStepWord(): (step: string) => string {
  return useWords(steps);
}
