import type { Bilingual } from '../trace-view.ts';
import type { CertificatePageView } from './page.ts';

export const standingSentences: Record<CertificatePageView['standing'], Bilingual> = {
  valid: { zh: '此证书有效。', en: 'This certificate holds.' },
  'not-yet': { zh: '此证书尚未生效。', en: 'This certificate does not hold yet.' },
  suspended: {
    zh: '此证书已暂停，暂停期间不得使用。',
    en: 'This certificate is suspended and must not be used meanwhile.',
  },
  withdrawn: { zh: '此证书已撤销，不得使用。', en: 'This certificate was withdrawn and must not be used.' },
  expired: { zh: '此证书已过期，不得使用。', en: 'This certificate has expired and must not be used.' },
};

export const certificateTexts = {
  section: { zh: '产品认证', en: 'Certificates' },
  legend: {
    zh: '由认证机构颁发，状态以今天为准；点编号可核对。上游批次的证书只说明那一批原料。',
    en: 'Given by certifying bodies, as they stand today; the number opens the proof. A certificate of a source speaks for that source alone.',
  },
  title: { zh: '{scheme}证书 {number}', en: '{scheme}: certificate {number}' },
  since: { zh: '自', en: 'Since' },
  holder: { zh: '持证主体', en: 'Holder' },
  product: { zh: '产品', en: 'Product' },
  level: { zh: '等级', en: 'Level' },
  issuer: { zh: '发证机构', en: 'Certifying body' },
  externalNumber: { zh: '发证机构编号', en: "The body's number" },
  validFrom: { zh: '有效期自', en: 'Valid from' },
  validTo: { zh: '有效期至', en: 'Valid to' },
  noEnd: { zh: '长期', en: 'without end' },
  compare: {
    zh: '产品包装或证书如与此页不一致，请向 12316 反映。',
    en: 'If a package or paper says anything else, please tell 12316.',
  },
  unknownTitle: { zh: '查无此证书', en: 'No such certificate' },
  unknown: {
    zh: '没有编号为此的证书；如包装上印有此编号，它可能是伪造的，请向 12316 反映。',
    en: 'There is no certificate with this number; if a package bears it, it may be forged: please tell 12316.',
  },
} satisfies Record<string, Bilingual>;
