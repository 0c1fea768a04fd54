import type { Bilingual } from '../trace-view.ts';

export const guideTexts = {
  title: { zh: '办事指南', en: 'Service guides' },
  about: {
    zh: '农产品认证在哪里办、要什么材料、多久办结、依据是什么。',
    en: 'Certification of farm products: where, with which documents, how long it takes, and by which rules.',
  },
  authority: { zh: '办理机构', en: 'Who handles it' },
  application: { zh: '如何申请', en: 'How to apply' },
  here: { zh: '用生产经营主体账号在本平台在线申请', en: 'Online, on this platform, with the producer’s account' },
  documents: { zh: '申请材料', en: 'Documents' },
  forNew: { zh: '初次申请', en: 'first application' },
  forRenewal: { zh: '续展', en: 'renewal' },
  terms: { zh: '办理时限', en: 'Terms' },
  noTerm: { zh: '现行规定未查明时限', en: 'no term is known from the rules' },
  validity: { zh: '证书有效期', en: 'Validity' },
  renewal: { zh: '续展', en: 'Renewal' },
  basis: { zh: '依据', en: 'Basis' },
  unread: { zh: '（条文待核对）', en: ' (not read in the provision itself)' },
  fee: { zh: '费用', en: 'Fee' },
  free: { zh: '本平台不收费', en: 'none on this platform' },
} satisfies Record<string, Bilingual>;
