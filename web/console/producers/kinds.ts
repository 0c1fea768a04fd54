import { useWords } from '../shared/texts.ts';

const producerKinds = {
  enterprise: { zh: '企业', en: 'enterprise' },
  cooperative: { zh: '合作社', en: 'cooperative' },
  'family-farm': { zh: '家庭农场', en: 'family farm' },
  smallholder: { zh: '农户', en: 'smallholder' },
  purchaser: { zh: '收购者', en: 'purchaser' },
  market: { zh: '批发市场', en: 'wholesale market' },
};

export const producerKindNames = Object.keys(producerKinds);

export function useProducerKind(): (kind: string) => string {
  return useWords(producerKinds);
}

export const siteKindNames = ['plot', 'greenhouse', 'cold-room', 'vehicle', 'shop'];
