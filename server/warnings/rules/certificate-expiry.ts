import data from '../data/certificate-expiry.json' with { type: 'json' };
import type { FindingWarning } from './finding.ts';

export interface CertificateFacts {
  number: string;
  /** What it certifies, and for whom. */
  subject: string;
  /** Its last day, `2026-05-03`. Absent: it never expires (geographical indications). */
  validTo?: string | undefined;
}

const dayLength = 86_400_000;

/**
 * 证书到期: the reminder that is due on a day, the most urgent one alone; `null` when there is none. A certificate that has
 * expired is no reminder: its status says so.
 */
export function certificateExpiry(certificate: CertificateFacts, today: string): FindingWarning | null {
  const { number, subject, validTo } = certificate;
  if (validTo === undefined || validTo < today) return null;
  const left = Math.round((Date.parse(validTo) - Date.parse(today)) / dayLength);
  const due = data.reminders.findLast(({ days }) => left <= days);
  if (!due) return null;
  return {
    level: due.level as FindingWarning['level'],
    title: { zh: `证书 ${number} 即将到期`, en: `Certificate ${number} will expire soon` },
    detail: {
      zh: `${subject}：有效期至 ${validTo}，剩余 ${left} 天`,
      en: `${subject}: valid to ${validTo}, ${left} days left`,
    },
    // The day is part of it: a renewed certificate is another condition. The reminders of one day are occurrences of one.
    conditionKey: `certificate-expiry|${number}|${validTo}`,
  };
}
