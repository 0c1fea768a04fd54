import type { components } from '../api/schema.d.ts';
import type { Bilingual } from '../api/types.ts';

type Party = components['schemas']['PartyClass'];

export const partyKindWords: Record<Party['kind'], Bilingual> = {
  enterprise: { zh: '企业', en: 'enterprise' },
  cooperative: { zh: '农民专业合作社', en: 'cooperative' },
  'service-organization': { zh: '农业社会化服务组织', en: 'service organization' },
  'family-farm': { zh: '家庭农场', en: 'family farm' },
  smallholder: { zh: '农户', en: 'smallholder' },
  purchaser: { zh: '收购者', en: 'purchaser' },
  market: { zh: '批发市场', en: 'market' },
  laboratory: { zh: '检测机构', en: 'laboratory' },
  other: { zh: '其他', en: 'other' },
};

export const legalFormWords: Record<Party['legalForm'], Bilingual> = {
  organization: { zh: '法人及非法人组织', en: 'organization' },
  'natural-person': { zh: '自然人', en: 'natural person' },
  'individual-business': { zh: '个体工商户', en: 'individual business' },
};
