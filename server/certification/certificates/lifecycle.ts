import type { Bilingual } from '../../http/fields.ts';
import type { Permission } from '../../identity/permissions.ts';

/** As it is stored. Whether a certificate has expired follows from its last day: see `standingOf`. */
export const certificateStates = ['valid', 'suspended', 'withdrawn'] as const;
export type CertificateState = (typeof certificateStates)[number];

export const standings = ['valid', 'not-yet', 'suspended', 'withdrawn', 'expired'] as const;
export type Standing = (typeof standings)[number];

export const certificateVerbs = ['propose-suspension', 'propose-withdrawal', 'restore', 'record-visit'] as const;
export type CertificateVerb = (typeof certificateVerbs)[number];

interface Transition {
  verb: CertificateVerb | 'suspend' | 'withdraw';
  from: readonly CertificateState[];
  /** Absent: it stays in its state. */
  to?: CertificateState;
  permission: Permission;
}

/**
 * The life of a certificate 认证证书. Suspended or withdrawn only when another person accepts a proposal, which a failed test, a
 * penalty or an officer raises; it expires by itself.
 */
export const certificateTransitions: readonly Transition[] = [
  { verb: 'propose-suspension', from: ['valid'], permission: 'certificates:propose' },
  { verb: 'propose-withdrawal', from: ['valid', 'suspended'], permission: 'certificates:propose' },
  { verb: 'suspend', from: ['valid'], to: 'suspended', permission: 'certificate-proposals:decide' },
  { verb: 'withdraw', from: ['valid', 'suspended'], to: 'withdrawn', permission: 'certificate-proposals:decide' },
  { verb: 'restore', from: ['suspended'], to: 'valid', permission: 'certificates:restore' },
  { verb: 'record-visit', from: ['valid', 'suspended'], permission: 'certificates:record-visit' },
];

const reasons: Readonly<Record<Standing, Bilingual>> = {
  valid: { zh: '证书有效', en: 'the certificate holds' },
  'not-yet': { zh: '证书尚未生效', en: 'the certificate does not hold yet' },
  suspended: { zh: '证书已暂停', en: 'the certificate is suspended' },
  withdrawn: { zh: '证书已撤销', en: 'the certificate was withdrawn' },
  expired: { zh: '证书已过期', en: 'the certificate has expired' },
};

interface Dated {
  state: CertificateState;
  /** YYYY-MM-DD in China, first and last day. */
  validFrom: string;
  /** Absent: it never expires. */
  validTo?: string | undefined;
}

/** How a certificate stands on a day (YYYY-MM-DD in China): it expires by itself after its last day. */
export function standingOf({ state, validFrom, validTo }: Dated, day: string): Standing {
  if (state === 'withdrawn') return 'withdrawn';
  if (validTo !== undefined && validTo < day) return 'expired';
  if (state === 'suspended') return 'suspended';
  return validFrom > day ? 'not-yet' : 'valid';
}

export function certificateTransition(verb: Transition['verb']): Transition {
  const found = certificateTransitions.find((transition) => transition.verb === verb);
  if (!found) throw new Error(`no transition ${verb}`);
  return found;
}

/** `null` when the step can be taken on that day, else why not. Rights are asked apart. */
export function whyRefused(certificate: Dated, verb: Transition['verb'], day: string): Bilingual | null {
  const standing = standingOf(certificate, day);
  if (standing === 'expired') return reasons.expired;
  return certificateTransition(verb).from.includes(certificate.state) ? null : reasons[standing];
}
