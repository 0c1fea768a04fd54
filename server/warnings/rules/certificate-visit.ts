import data from '../data/certificate-expiry.json' with { type: 'json' };
import type { FindingWarning } from './finding.ts';

export interface CertificateVisitFacts {
  number: string;
  /** What it certifies, and for whom. */
  subject: string;
  /** By when a surveillance visit must have been made, `2026-05-03`. */
  visitBy: string;
}

const dayLength = 86_400_000;

/** 监督检查到期: a surveillance visit that is near or late; `null` while there is time. */
export function certificateVisit(
  { number, subject, visitBy }: CertificateVisitFacts,
  today: string,
): FindingWarning | null {
  const left = Math.round((Date.parse(visitBy) - Date.parse(today)) / dayLength);
  if (left > data.visit.days) return null;
  return {
    level: data.visit.level as FindingWarning['level'],
    title: { zh: `证书 ${number} 应进行监督检查`, en: `Certificate ${number} needs its surveillance visit` },
    detail: { zh: `${subject}：应于 ${visitBy} 前完成`, en: `${subject}: to be made by ${visitBy}` },
    conditionKey: `certificate-visit|${number}|${visitBy}`,
  };
}
