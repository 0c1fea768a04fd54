import type { Bilingual } from '../../http/fields.ts';
import type { Permission } from '../../identity/permissions.ts';

export const certificateVerbs = ['declare-conflict', 'revoke'] as const;
export type CertificateVerb = (typeof certificateVerbs)[number];

const revoked: Bilingual = { zh: '执法证已经收回', en: 'the certificate is revoked already' };

/** 执法证: in force until it is revoked or its term is over. */
export const certificateSteps = [
  {
    verb: 'declare-conflict',
    from: ['in-force'],
    permission: 'officer-certificates:declare-conflict',
    otherwise: revoked,
  },
  { verb: 'revoke', from: ['in-force'], to: 'revoked', permission: 'officer-certificates:revoke', otherwise: revoked },
] as const satisfies readonly {
  verb: CertificateVerb;
  from: readonly ('in-force' | 'revoked')[];
  to?: 'in-force' | 'revoked';
  permission: Permission;
  otherwise: Bilingual;
}[];

/** `null` when the step can be taken now, else why not. */
export function whyCertificateRefused({ revokedAt }: { revokedAt?: Date | undefined }): Bilingual | null {
  return revokedAt ? revoked : null;
}
