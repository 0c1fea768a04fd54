import { useWords, type Words } from '../shared/texts.ts';

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
  cool: { zh: '预冷', en: 'Cooling' },
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

/** Business steps of CBV 2.0, 7.1.3, that have no step of their own here. */
const businessSteps: Words<string> = {
  packing: { zh: '装箱', en: 'Packing' },
  unpacking: { zh: '拆箱', en: 'Unpacking' },
  loading: { zh: '装车', en: 'Loading' },
  unloading: { zh: '卸车', en: 'Unloading' },
  departing: { zh: '出发', en: 'Departing' },
  transporting: { zh: '运输', en: 'Transporting' },
  arriving: { zh: '到达', en: 'Arriving' },
  accepting: { zh: '验收', en: 'Accepting' },
  storing: { zh: '储存', en: 'Storing' },
  holding: { zh: '扣留', en: 'Holding' },
  inspecting: { zh: '检查', en: 'Inspecting' },
  sampling: { zh: '抽样', en: 'Sampling' },
  stocking: { zh: '上架', en: 'Stocking' },
  retail_selling: { zh: '零售', en: 'Retail selling' },
  destroying: { zh: '销毁', en: 'Destroying' },
};

/** What an event is called: by its step here, else by the business step that another system told. */
export function useEventWord(): (event: { step: string; bizStep?: string }) => string {
  const stepWord = useStepWord();
  const businessWord = useWords(businessSteps);
  return ({ step, bizStep = '' }) =>
    step === 'other' && bizStep !== '' ? businessWord(bizStep.replace(/^.*[:/-]/, '')) : stepWord(step);
}

/** Where an event was, and where it led to. */
export function placeOf({
  siteName,
  destinationSiteName,
}: {
  siteName?: string;
  destinationSiteName?: string;
}): string {
  return [siteName, destinationSiteName].filter(Boolean).join(' → ');
}
