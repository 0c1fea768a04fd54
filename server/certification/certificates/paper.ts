import type { Fact, PrintedDocument } from '../../documents/index.ts';
import type { Bilingual } from '../../http/fields.ts';
import { schemeOf } from '../schemes/schemes.ts';
import { type Standing, standingOf } from './lifecycle.ts';
import type { CertificateRecord } from './model.ts';

const marks: Partial<Record<Standing, Bilingual>> = {
  suspended: { zh: '已暂停', en: 'SUSPENDED' },
  withdrawn: { zh: '已撤销', en: 'WITHDRAWN' },
  expired: { zh: '已过期', en: 'EXPIRED' },
};

/** The certificate as a paper, marked when it holds no more on that day (YYYY-MM-DD in China). */
export function certificatePaper(record: CertificateRecord, today: string, checkAt: string): PrintedDocument {
  const scheme = schemeOf(record.scheme);
  const mark = marks[standingOf(record, today)];
  return {
    title: { zh: `${scheme.name.zh}证书`, en: `Certificate: ${scheme.name.en}` },
    number: record.number,
    issuer: record.issuer ?? scheme.authority.zh,
    issuedAt: record.createdAt,
    ...(mark && { mark }),
    checkAt,
    blocks: [
      { kind: 'facts', facts: facts(record) },
      {
        kind: 'paragraphs',
        paragraphs: [
          `依据 · By: ${scheme.validity.clause.text}`,
          '证书是否有效，以扫描二维码所见为准。 · Whether the certificate holds is told by the page that the QR code opens.',
        ],
      },
    ],
  };
}

function facts({ externalNumber, level, renews, ...record }: CertificateRecord): Fact[] {
  return [
    [{ zh: '持证主体', en: 'Holder' }, record.producerName],
    [{ zh: '产品', en: 'Product' }, record.productName],
    ...(level === undefined ? [] : [[{ zh: '等级', en: 'Level' }, level] as const]),
    ...(externalNumber === undefined
      ? []
      : [[{ zh: '发证机构编号', en: "The body's number" }, externalNumber] as const]),
    ...(renews === undefined ? [] : [[{ zh: '续展自', en: 'Renews' }, renews] as const]),
    [{ zh: '有效期自', en: 'Valid from' }, record.validFrom],
    [{ zh: '有效期至', en: 'Valid to' }, record.validTo ?? '长期 · without end'],
  ];
}
